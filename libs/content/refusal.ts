import { inBrackets, inEnglishBrackets } from '@koujing/text';
import { type Reason, say } from '@koujing/kernel';
import type { ElementRule } from './content-rules.js';

const publicity = {
  proactive: { zh: '主动公开', en: 'public' },
  onRequest: { zh: '依申请公开', en: 'on request' },
  none: { zh: '不予公开', en: 'not public' },
} as const;

/** Every refusal of this lib, in one table. */
export const contentRefusal = {
  elementMissing: ({ element, title, titleEn, article }: ElementRule): Reason =>
    say(
      'elementMissing',
      `正文缺少“${title}”${inBrackets(article)}；请补充，或在要素栏注明载明它的原句。`,
      `The text lacks "${titleEn}" ${inEnglishBrackets(article)}; add it, or tick it with the sentence that carries it.`,
      { field: `declaration.elements.${element}` },
    ),
  notPublic: (disclosure: 'onRequest' | 'none'): Reason =>
    say(
      'notPublic',
      `公开属性为“${publicity[disclosure].zh}”的信息不能发布（国办发〔2016〕80号）。`,
      `Information marked "${publicity[disclosure].en}" cannot be released (国办发〔2016〕80号).`,
      { field: 'declaration.disclosure', allowed: '主动公开 (proactive)' },
    ),
  disclosureReasonMissing: say(
    'disclosureReasonMissing',
    '依申请公开或不予公开的，须说明理由（国办发〔2016〕80号）。',
    'What is not public needs a stated reason (国办发〔2016〕80号).',
    { field: 'declaration.disclosureReason' },
  ),
  triggerMissing: (article: string): Reason =>
    say(
      'triggerMissing',
      `尚未注明应当发布的情形${inBrackets(article)}。`,
      `No duty to release is named ${inEnglishBrackets(article)}.`,
      { field: 'declaration.triggers' },
    ),
  legalBasisMissing: (article: string): Reason =>
    say(
      'legalBasisMissing',
      `尚未注明依据的法律法规或文件${inBrackets(article)}。`,
      `The legal basis is not named ${inEnglishBrackets(article)}.`,
      { field: 'declaration.legalBasis' },
    ),
  scrutinyPartMissing: say(
    'scrutinyPartMissing',
    '舆论监督信息须注明是“回应”还是“处理结果”（第十九条）。',
    'Media scrutiny is a response or its result; say which (Art.19).',
    { field: 'declaration.scrutiny', allowed: 'response, result' },
  ),
  scrutinyResponseMissing: say(
    'scrutinyResponseMissing',
    '公开处理结果须指明本机关已发布的哪一篇回应（第十三条第六项、第十九条）。',
    'A result names the released response of the same organ that it follows (Art.13(6), 19).',
    {
      field: 'declaration.answers',
      allowed: '本机关已发布的舆论监督回应 (a released response of the organ)',
    },
  ),
  scrutinyResultOwed: say(
    'scrutinyResultOwed',
    '回应之后还须公开处理结果（第十九条）。',
    'After the response the result must be published (Art.19).',
  ),
  concernOpen: (organ: string, words: string, by: 'name' | 'remit', article: string): Reason =>
    say(
      'concernedOrganOpen',
      by === 'name'
        ? `正文提到“${words}”，${organ}须会签确认，或说明不需要会签的理由${inBrackets(article)}。`
        : `标题涉及“${words}”，属${organ}职责，须会签确认，或说明不需要会签的理由${inBrackets(article)}。`,
      `"${organ}" is touched by the text; make it a co-organ, or say why it need not confirm ${inEnglishBrackets(article)}.`,
      { field: 'jointOrganIds' },
    ),
  notConcerned: say(
    'organNotConcerned',
    '正文没有涉及该机关，或它已是联合发布单位。',
    'The text does not touch this organ, or it is a co-organ already.',
    { field: 'organId' },
  ),
} as const;
