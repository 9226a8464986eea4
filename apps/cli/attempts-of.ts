import type { AttemptView } from '../../libs/dispatch/attempt.api.js';
import { answered, type openApi } from './api-client.js';
import { rowsAtOnce } from './deliveries-of.js';

/** Every step of a delivery, the newest first. */
export const attemptsOf = async (
  api: ReturnType<typeof openApi>,
  id: string,
): Promise<readonly AttemptView[]> => {
  const steps: AttemptView[] = [];
  for (let page = 1; ; page += 1) {
    const params = { path: { id }, query: { page, pageSize: rowsAtOnce } };
    const { items, total } = await answered(api.GET('/api/deliveries/{id}/attempts', { params }));
    steps.push(...items);
    if (items.length === 0 || steps.length >= total) return steps;
  }
};

const kindNames: Readonly<Record<AttemptView['kind'], string>> = {
  send: '发送 (sent)',
  probe: '向平台核实 (asked the platform)',
  person: '人工 (by a person)',
};

/** One line: when, what, what came of it, the platform's code and words, the receipt, and when it goes on. */
export const attemptTold = (step: AttemptView): string =>
  [
    step.startedAt,
    kindNames[step.kind],
    step.deed === null ? step.outcome : `${step.deed.by} ${step.deed.action}`,
    ...[step.code, step.message, step.receipt?.url ?? step.receipt?.remoteId],
    step.nextAt === null ? null : `下一次 (next) ${step.nextAt}`,
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join('  ');
