import { counted, type DeadlineDetail } from '../api/contract.js';
import type { Language } from '../language/language.js';
import { roleWords } from '../language/role-words.js';
import { cityTime } from './city-time.js';
import { clockWords } from './clock-words.js';

type Change = DeadlineDetail['history'][number];
type Terms = Pick<DeadlineDetail, 'limit' | 'unit' | 'direction'>;

const periods: ReadonlySet<string> = new Set(['quarter', 'halfYear', 'year']);

/** Roles by their names; one that the console does not know is shown as it is written in the rules. */
export const rolesTold = (roles: readonly string[], language: Language): string => {
  const names: Readonly<Record<string, string>> = roleWords[language];
  return roles.map((role) => names[role] ?? role).join(language === 'zh' ? '、' : ', ');
};

/** `10 个工作日以内`, `提前 7 个工作日`, `within 1 working day`. */
export const limitTold = ({ limit, unit, direction }: Terms, language: Language): string => {
  const text = clockWords[language];
  if (limit === null) return text.ownEnd;
  if (periods.has(unit)) return text.within;
  const named = text.units[unit] ?? unit;
  const told = language === 'zh' ? `${limit} ${named}` : counted(limit, named);
  return direction === 'before' ? text.before(told) : text.after(told);
};

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** What a change says beside its name: how far, whom, until when, why. */
export const changeTold = ({ event, detail }: Change, language: Language): string => {
  const text = clockWords[language];
  const { percent, roles, dueAt, at, reason, basis } = detail;
  const exempt: Readonly<Record<string, string>> = text.exemptions;
  const parts = [
    ...(typeof percent === 'number' ? [`${percent}%`] : []),
    ...(strings(roles).length > 0 ? [rolesTold(strings(roles), language)] : []),
    ...(typeof dueAt === 'string' && event !== 'exempt' ? [text.dueAt(cityTime(dueAt, language))] : []),
    ...(typeof at === 'string' ? [text.doneAt(cityTime(at, language))] : []),
    ...(typeof basis === 'string' ? [exempt[basis] ?? basis] : []),
    ...(typeof reason === 'string' ? [reason] : []),
  ];
  return parts.join(' · ');
};

/** Who did it; what the city's clockwork did has no person. */
export const actorTold = (actor: string, language: Language): string =>
  actor.startsWith('system:') ? clockWords[language].system : actor;
