import type { ReleaseKind } from '@koujing/release';

/** One question of the confidentiality review (保密法实施条例 Art.42: 先审查、后公开，逐项). */
export interface ChecklistItem {
  readonly item: string;
  readonly label: string;
  readonly labelEn: string;
}

const stateSecrets = {
  item: 'stateSecrets',
  label: '不含国家秘密和未解密内容',
  labelEn: 'Holds no state secret and nothing still classified',
};
const workSecrets = {
  item: 'workSecrets',
  label: '不含工作秘密、内部事务和过程性信息',
  labelEn: 'Holds no work secret, internal matter or information still in process',
};
const tradeSecrets = {
  item: 'tradeSecrets',
  label: '不含商业秘密，或已获同意、或有重大公共利益',
  labelEn: 'Holds no trade secret, or has consent or a major public interest',
};
const personalData = {
  item: 'personalData',
  label: '身份证号、电话、银行卡号等个人信息已遮蔽或有依据',
  labelEn: 'Personal data are masked or have a legal basis',
};
const stability = {
  item: 'stability',
  label: '不危及国家安全、公共安全、经济安全和社会稳定',
  labelEn: 'Endangers neither national, public or economic security nor social stability',
};
const pictures = {
  item: 'pictures',
  label: '图片、附件同样已审查',
  labelEn: 'Pictures and attachments were reviewed as well',
};
const accuracy = {
  item: 'authority',
  label: '内容属本机关职权，事实和数据已核实',
  labelEn: 'Within the organ’s authority; facts and figures verified (Art.14(a))',
};

/** Every item: what the ordinary review and, after an emergency release, the later one answer. */
export const fullChecklist: readonly ChecklistItem[] = [
  stateSecrets,
  workSecrets,
  tradeSecrets,
  personalData,
  stability,
  pictures,
  accuracy,
];

/** In an emergency the review is shorter and never skipped: minutes count, and a leak cannot be taken back. */
const short: readonly ChecklistItem[] = [stateSecrets, personalData, stability, accuracy];

export const checklistOf = (kind: ReleaseKind): readonly ChecklistItem[] =>
  kind === 'emergency' || kind === 'warning' ? short : fullChecklist;
