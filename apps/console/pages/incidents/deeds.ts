import type { IncidentView } from '../../api/contract.js';
import type { IncidentWords } from './words.js';

export type DeedName = keyof IncidentWords['deeds'];
export type FieldName = keyof IncidentWords['fields'] | keyof IncidentWords['figures'];
export type FieldKind =
  | 'text'
  | 'long'
  | 'time'
  | 'level'
  | 'kind'
  | 'accident'
  | 'organ'
  | 'counties'
  | 'count'
  | 'words'
  | 'check';

export interface Field {
  readonly name: FieldName;
  readonly kind: FieldKind;
  readonly optional?: true;
  /** Asked and sent only while the others say so. */
  readonly when?: (values: Values) => boolean;
}

export type Values = Readonly<Partial<Record<FieldName, string | readonly string[]>>>;

/** What a deed asks for, where it goes, and what it sends. */
export interface Deed {
  readonly fields: readonly Field[];
  readonly path: (id: string) => string;
  readonly body: (values: Values) => Readonly<Record<string, unknown>>;
}

const text = (name: FieldName): Field => ({ name, kind: 'text' });
const reason: Field = { name: 'reason', kind: 'long' };
const time = (name: FieldName): Field => ({ name, kind: 'time' });

const casualties = [
  ...(['deaths', 'seriouslyInjured', 'injured', 'missing', 'trapped'] as const),
  ...(['evacuated', 'lossWan'] as const),
] as const;
const counts = casualties.map((name): Field => ({ name, kind: 'count', optional: true }));

const figuresOf = (values: Values): Readonly<Record<string, number>> =>
  Object.fromEntries(
    casualties.flatMap((name) =>
      values[name] === undefined || values[name] === '' ? [] : [[name, Number(values[name])]],
    ),
  );

/** A first report need not have figures; where it has one, it says from whom and as of when. */
const hasFigures = (values: Values): boolean => Object.keys(figuresOf(values)).length > 0;

const without = (values: Values, names: readonly FieldName[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name as FieldName)));

const at = (rest: string) => (id: string) => `/incidents/${id}/${rest}`;
const asIs = (values: Values): Values => values;

export const deeds: Readonly<Record<DeedName, Deed>> = {
  report: {
    fields: [
      ...[text('title'), { name: 'kind', kind: 'kind' } as const],
      { name: 'accident', kind: 'accident', optional: true, when: ({ kind }) => kind === 'accident' },
      { name: 'level', kind: 'level', optional: true },
      ...[time('occurredAt'), time('learnedAt'), text('place')],
      { name: 'countyOrganIds', kind: 'counties' },
      { name: 'handlingOrganId', kind: 'organ' },
      { name: 'parties', kind: 'words', optional: true },
      ...counts,
      { ...text('source'), when: hasFigures },
      { ...time('asOf'), when: hasFigures },
    ],
    path: () => '/incidents',
    body: (values) => ({
      ...without(values, [...casualties, 'source', 'asOf']),
      ...(hasFigures(values)
        ? { figures: { source: values.source, asOf: values.asOf, figures: figuresOf(values) } }
        : {}),
    }),
  },
  level: { fields: [{ name: 'level', kind: 'level' }, reason], path: at('level'), body: asIs },
  setUp: { fields: [text('name'), text('basis'), time('setUpAt')], path: at('headquarters'), body: asIs },
  dissolve: { fields: [reason], path: at('headquarters/dissolve'), body: asIs },
  necessity: {
    fields: [reason],
    path: at('necessity'),
    body: (values) => ({ ...values, needed: true }),
  },
  necessityOver: {
    fields: [reason],
    path: at('necessity'),
    body: (values) => ({ ...values, needed: false }),
  },
  permission: {
    fields: [text('organ'), text('document'), time('at')],
    path: at('permission'),
    body: asIs,
  },
  override: { fields: [reason], path: at('permission/override'), body: asIs },
  figures: {
    fields: [text('source'), time('asOf'), ...counts, { ...reason, optional: true }],
    path: at('figures'),
    body: (values) => ({ ...without(values, casualties), figures: figuresOf(values) }),
  },
  opinion: { fields: [time('formedAt'), reason], path: at('opinion'), body: asIs },
  leader: { fields: [text('post'), text('occasion'), time('at')], path: at('leader-spoke'), body: asIs },
  reduction: { fields: [reason], path: at('reductions'), body: asIs },
  close: {
    fields: [reason, { name: 'withinWatchWindow', kind: 'check', optional: true }],
    path: at('close'),
    body: ({ withinWatchWindow, ...values }) => ({
      ...values,
      withinWatchWindow: withinWatchWindow !== undefined,
    }),
  },
};

/** Which reasons of the server grey out which deed. */
export const reasonsOf = (incident: IncidentView, deed: Exclude<DeedName, 'report'>) => {
  const { actions } = incident;
  const action = {
    level: actions.confirmLevel,
    setUp: actions.setUpHeadquarters,
    dissolve: actions.dissolveHeadquarters,
    necessity: actions.declareNecessity,
    necessityOver: actions.declareNecessity,
    permission: actions.recordPermission,
    override: actions.overridePermission,
    figures: actions.recordFigures,
    opinion: actions.recordOpinion,
    leader: actions.recordLeader,
    reduction: actions.stateReduction,
    close: actions.close,
  } as const;
  return action[deed].reasons;
};
