import { wordsOfAct } from './act-words.js';

/** What an entry speaks of, by the names that people know. */
export interface NamedEntry {
  readonly actor: string;
  /** '' where the actor is no person or not known any more. */
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectTitle: string;
}

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Things that stand in quotation marks behind what they are; persons, organs and days stand alone. */
const kinds: Readonly<Record<string, Sentence>> = {
  release: { zh: '发布稿', en: 'the release' },
  delivery: { zh: '', en: 'the delivery' },
  finding: { zh: '口径冲突', en: 'the conflict' },
  findingGroup: { zh: '成组冲突', en: 'the group of conflicts' },
  matter: { zh: '事项', en: 'the matter' },
  directive: { zh: '督办', en: 'the directive' },
  plan: { zh: '发布预案', en: 'the release plan' },
  periodPlan: { zh: '选题计划', en: 'the plan of topics' },
  incident: { zh: '突发事件', en: 'the incident' },
  conference: { zh: '新闻发布会', en: 'the press conference' },
  interview: { zh: '采访申请', en: 'the interview' },
  mediaAnswer: { zh: '答记者问', en: 'the answer to the media' },
  outlet: { zh: '媒体', en: 'the outlet' },
  reporter: { zh: '记者', en: 'the reporter' },
  mailingList: { zh: '邮件名单', en: 'the mailing list' },
  mailAddress: { zh: '邮箱', en: 'the address' },
  authorisation: { zh: '授权', en: 'an authorisation' },
  delegation: { zh: '代理', en: 'a delegation' },
  violation: { zh: '违规线索', en: 'the violation' },
  account: { zh: '渠道账号', en: 'the channel account' },
  chatDestination: { zh: '群消息去向', en: 'the group chat' },
};

const systems: Readonly<Record<string, Sentence>> = {
  amendment: { zh: '更正与撤回', en: 'corrections' },
  backup: { zh: '备份', en: 'backup' },
  calendar: { zh: '年历', en: 'calendar' },
  deadline: { zh: '时限', en: 'deadlines' },
  demo: { zh: '演示', en: 'demo' },
  dispatch: { zh: '发送', en: 'dispatch' },
  events: { zh: '事件订阅', en: 'events' },
  gate: { zh: '发布关口', en: 'gate' },
  interviews: { zh: '采访', en: 'interviews' },
  newsroom: { zh: '媒体专页', en: 'media desk' },
  'organ-account': { zh: '统一身份', en: "organ's accounts" },
  press: { zh: '媒体', en: 'press' },
  register: { zh: '登记', en: 'register' },
  returns: { zh: '退信', en: 'returns' },
  roster: { zh: '名单', en: 'roster' },
  routineDuty: { zh: '例行发布', en: 'routine releases' },
  schedule: { zh: '排期', en: 'schedule' },
  sealer: { zh: '封存', en: 'sealer' },
  suppression: { zh: '停寄', en: 'suppression' },
  unsubscribe: { zh: '退订', en: 'unsubscription' },
  violations: { zh: '违规', en: 'violations' },
};

const whoOf = ({ actor, actorName }: NamedEntry): Sentence => {
  if (actorName !== '') return { zh: actorName, en: actorName };
  if (!actor.startsWith('system:')) return { zh: actor, en: actor };
  const [, part = ''] = actor.split(':');
  const system = systems[part];
  // A worker names itself by its machine and process, which tells nobody anything.
  return system === undefined
    ? { zh: '系统', en: 'The system' }
    : { zh: `系统（${system.zh}）`, en: `The system (${system.en})` };
};

const thingOf = ({ subjectKind, subjectId, subjectTitle }: NamedEntry): Sentence => {
  const kind = kinds[subjectKind];
  const title = subjectTitle === '' ? subjectId : subjectTitle;
  return kind === undefined
    ? { zh: title, en: title }
    : { zh: `${kind.zh}“${title}”`, en: `${kind.en} “${title}”` };
};

/** An entry as a person would say it. Pure. */
export const sentenceOf = (entry: NamedEntry): Sentence => {
  const who = whoOf(entry);
  const words = wordsOfAct(entry.action);
  if (words.alone === true) return { zh: `${who.zh}${words.zh}。`, en: `${who.en} ${words.en}.` };
  const thing = thingOf(entry);
  return { zh: `${who.zh}${words.zh}${thing.zh}。`, en: `${who.en} ${words.en} ${thing.en}.` };
};
