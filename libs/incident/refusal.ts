import { inBrackets } from '@koujing/text';
import { minuteInWords, type Reason, say } from '@koujing/kernel';
import type { StepBack } from './chain.js';
import type { FigureName } from './incident.js';

export const figureNames: Readonly<Record<FigureName, string>> = {
  deaths: '死亡',
  injured: '受伤',
  seriouslyInjured: '重伤',
  missing: '失联',
  trapped: '被困（涉险）',
  evacuated: '转移安置',
  lossWan: '直接经济损失',
};

/** Every refusal of this lib, in one table. */
export const incidentRefusal = {
  notFound: say(
    'incidentNotFound',
    '没有这起突发事件，或您无权查看。',
    'There is no such incident, or you may not see it.',
  ),
  closed: say(
    'incidentClosed',
    '此事件已办结，不能再改。',
    'The incident is closed and can no longer be changed.',
  ),
  stale: say(
    'stale',
    '在您查看之后，此事件已被改过，请刷新后再操作。',
    'The incident was changed since you looked at it; reload and try again.',
    { field: 'expectedRevision' },
  ),
  unknownOrgan: (id: string, field: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field,
      allowed: '已登记机关的编号 (the id of a registered organ)',
    }),
  notACounty: (name: string): Reason =>
    say(
      'notACounty',
      `“${name}”不是县（市、区）政府或开发区。`,
      `"${name}" is no county government or zone.`,
      {
        field: 'countyOrganIds',
        allowed: '县（市、区）、开发区 (organs of kind county or developmentZone)',
      },
    ),
  learnedBeforeOccurred: say(
    'learnedBeforeOccurred',
    '得知时间不能早于发生时间。',
    'It cannot have been learned of before it occurred.',
    { field: 'learnedAt' },
  ),
  inFuture: (field: string): Reason =>
    say('inFuture', '时间不能在将来。', 'The time cannot lie in the future.', { field }),
  levelNeeded: say(
    'levelNeeded',
    '这类事件没有可据以建议等级的标准，请直接确定等级。',
    'No thresholds are set for this kind; state its level.',
    { field: 'level', allowed: 'ordinary, larger, major, extraordinary' },
  ),
  sameLevel: say('sameLevel', '等级没有变化。', 'The level would not change.', { field: 'level' }),
  headquartersStands: say(
    'headquartersStands',
    '现场指挥部已设立，尚未撤销。',
    'A field headquarters stands already.',
  ),
  noHeadquarters: say('noHeadquarters', '没有设立现场指挥部。', 'No field headquarters stands.'),
  nameTaken: (name: string): Reason =>
    say('nameTaken', `已有名为“${name}”的机关。`, `An organ of the name "${name}" exists.`, {
      field: 'name',
    }),
  notLarger: say(
    'notLarger',
    '“必要时由市政府负责”只适用于未设现场指挥部的较大事件（第二十二条）。',
    'Only a larger incident without a field headquarters goes to the city government by necessity (Art.22).',
  ),
  necessityUnchanged: say('necessityUnchanged', '认定没有变化。', 'Nothing would change.', {
    field: 'needed',
  }),
  permissionNotNeeded: say(
    'permissionNotNeeded',
    '只有重大、特别重大事件须经国家、省有关部门许可（第二十三条）。',
    'Only major and extraordinary incidents need higher permission (Art.23).',
  ),
  opinionKnown: say('opinionKnown', '已登记形成重大网络舆情。', 'It is recorded already.'),
  opinionTooEarly: say(
    'opinionTooEarly',
    '舆情不能早于事件发生。',
    'Public opinion cannot have formed before the incident.',
    { field: 'formedAt' },
  ),
  figuresTooEarly: say(
    'figuresTooEarly',
    '数字的截至时间不能早于事件发生。',
    'Figures cannot hold for a moment before the incident.',
    { field: 'asOf' },
  ),
  figureReduced: ({ name, from, to }: StepBack): Reason =>
    say(
      'figureReduced',
      `${figureNames[name]}人数由 ${from} 减为 ${to}，须写明核减理由。`,
      `${name} goes down from ${from} to ${to}; state why.`,
      { field: 'reason' },
    ),
  incidentUnanswered: (title: string): Reason =>
    say(
      'incidentUnanswered',
      `此稿像是关于“${title}”：若是，请在“所属事项”中选择这起事件；若不是，请写明是另一件事（第二十二条、第二十三条）。`,
      `This reads like a release on "${title}": link it to the incident, or say that it is another (Art.22, 23).`,
      { field: 'declaration.notOnIncident', allowed: '1 至 500 字 (1–500 characters)' },
    ),
  /** The same for whom the incident is none of: its title is not theirs to read. */
  strangersIncidentUnanswered: say(
    'incidentUnanswered',
    '此稿像是关于一起处置中的突发事件，而贵单位不在其责任、处置和属地机关之列：请先与新闻发布主管部门联系；若是另一件事，请写明（第二十二条、第二十三条）。',
    'This reads like a release on an open incident that is none of your organ: ask the office first; if it is about something else, say so (Art.22, 23).',
    { field: 'declaration.notOnIncident', allowed: '1 至 500 字 (1–500 characters)' },
  ),
  notOnIncident: say(
    'notOnIncident',
    '此稿没有关联到这起事件。',
    'The release is not linked to this incident.',
    { field: 'releaseId' },
  ),
  digestChanged: say(
    'digestChanged',
    '稿件内容已变，请重新查看。',
    'The text has changed since; look at it again.',
    { field: 'digest' },
  ),
  nothingReduced: say(
    'nothingReduced',
    '此稿没有低于此前已发布的数字，无须说明。',
    'The text tells no figure lower than before.',
    { field: 'releaseId' },
  ),
  watchWindow: (until: Date, article: string): Reason =>
    say(
      'watchWindow',
      `伤亡数字的变动观察期至 ${minuteInWords(until)}${inBrackets(article)}，提前办结须明示。`,
      'Casualties are still watched; say knowingly that it is closed before the end.',
      { field: 'withinWatchWindow', allowed: 'true' },
    ),
  headquartersAlone: (name: string, article: string): Reason =>
    say(
      'headquartersAlone',
      `已设立“${name}”，由其统一对外发布，其他单位不得就此发布${inBrackets(article)}。`,
      `"${name}" has been set up: it alone releases on this incident.`,
    ),
  permissionMissing: say(
    'higherPermissionMissing',
    '重大、特别重大事件须经国家、省有关部门许可或指导后发布，尚未登记许可；紧急情况可写明理由先行发布（第二十三条）。',
    'A major or extraordinary incident is released with national or provincial permission; none is recorded. In urgency it may be overridden with a reason (Art.23).',
  ),
  chainStepsBack: ({ name, from, to }: StepBack): Reason =>
    say(
      'chainStepsBack',
      `${figureNames[name]}人数由此前发布的 ${from} 减为 ${to}，请先在事件页说明核减理由，或核对后修改。`,
      `${name}: ${to} is less than the ${from} released before; state the reason on the incident, or correct the text.`,
    ),
  asOfStepsBack: (before: Date): Reason =>
    say(
      'chainAsOfStepsBack',
      `此稿数字的截至时间早于此前已发布的 ${minuteInWords(before)}，请更新，或先在事件页说明理由。`,
      'The figures hold for an earlier moment than those released before.',
    ),
  differsFromSheet: (name: FigureName, told: number, known: number, asOf: Date): Reason =>
    say(
      'differsFromFactSheet',
      `${figureNames[name]}人数写为 ${told}，而事件核实表截至 ${minuteInWords(asOf)} 为 ${known}；请改稿，或先更新核实表（第三十九条第三项）。`,
      `${name} is ${told} in the text, ${known} in the fact sheet.`,
    ),
  notTold: (name: FigureName, known: number): Reason =>
    say(
      'figureNotTold',
      `首次发布未写${figureNames[name]}人数（核实表：${known}）（第二十三条）。`,
      `The first release does not tell ${name} (${known} in the fact sheet).`,
    ),
  timeNotTold: say(
    'timeNotTold',
    '首次发布未写明发生的日期和时间（第二十三条）。',
    'The time of occurrence is missing.',
  ),
  placeNotTold: say('placeNotTold', '首次发布未写明地点（第二十三条）。', 'The place is missing.'),
} as const;
