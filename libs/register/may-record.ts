import { accessRefusal, may, servesAs, type Actor, type Role } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';
import type { RegisterName } from './register.api.js';
import { registers } from './registers.js';

const office: readonly Role[] = ['coordinator', 'administrator'];

/** Pure: why this person may not record, or retire, in a register for an organ. */
export const mayRecord = (register: RegisterName, organId: OrganId, actor: Actor): readonly Reason[] => {
  const { writers, onlyOwn } = registers[register];
  if (onlyOwn === true) return servesAs(actor, writers, organId) ? [] : [accessRefusal.lacksRole('approver')];
  if ([...office, ...writers].some((role) => may(actor, role, organId).length === 0)) return [];
  return may(actor, writers[0] ?? 'coordinator', organId);
};

/** The same, for any organ at all: whether a button to record is shown. */
export const mayRecordSomewhere = (
  register: RegisterName,
  officeId: OrganId | null,
  actor: Actor,
): readonly Reason[] => {
  const own = registers[register].of === 'office' ? [] : actor.grants.flatMap(({ organId }) => organId ?? []);
  const asked = [...(officeId === null ? [] : [officeId]), ...own];
  const answers = asked.map((organId) => mayRecord(register, organId, actor));
  return answers.some((reasons) => reasons.length === 0)
    ? []
    : (answers[0] ?? [accessRefusal.lacksRole('coordinator')]);
};
