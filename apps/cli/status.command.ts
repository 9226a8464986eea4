import { Command } from 'commander';
import type { AttemptView } from '../../libs/dispatch/attempt.api.js';
import type { DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import type { ReleaseSummary } from '../../libs/release/release.api.js';
import { answered, EXIT_REFUSED, openApi, withApi, type ApiOptions } from './api-client.js';
import { attemptsOf, attemptTold } from './attempts-of.js';
import { deliveriesOf, rowsAtOnce as pageSize } from './deliveries-of.js';
import { told } from './print.js';
import { deliveryTold, isUnderWay, summaryTold, waitsForPerson } from './release-told.js';

interface StatusOptions extends ApiOptions {
  readonly attempts?: true;
}

/** `koujing status [id]`: the deliveries of a release, or what runs and what waits for a person; exit 1 when somebody must act. */
export const statusCommand = (): Command =>
  withApi(
    new Command('status')
      .description('一篇的发送进度；不写编号则列出正在进行和待人处理的 (how dispatch stands)')
      .argument('[id]', '发布稿 (id)')
      .option('--attempts', '连同每条的每一次发送和核实 (with every try and look of each)')
      .action((id: string | undefined, options: StatusOptions) =>
        id === undefined ? house(options) : one(id, options),
      ),
  );

async function one(id: string, options: StatusOptions): Promise<void> {
  const api = openApi(options);
  const rows = await deliveriesOf(api, id);
  const steps = new Map<string, readonly AttemptView[]>();
  if (options.attempts === true) for (const row of rows) steps.set(row.id, await attemptsOf(api, row.id));
  const waiting = rows.filter(needsSomebody);
  const running = rows.filter(({ state }) => isUnderWay.has(state));
  if (waiting.length > 0) process.exitCode = EXIT_REFUSED;
  const text = [
    ...rows.flatMap((row) => [
      deliveryTold(row),
      ...(steps.get(row.id) ?? []).map((step) => `    ${attemptTold(step)}`),
    ]),
    `共 ${rows.length} 条 (in all)：进行中 (under way) ${running.length}，待人处理 (waiting for a person) ${waiting.length}`,
  ];
  const deliveries = rows.map((row) => {
    const attempts = steps.get(row.id);
    return attempts === undefined ? row : { ...row, attemptList: attempts };
  });
  await told({ releaseId: id, deliveries }, text.join('\n'), options);
}

/** A refusal, a row that nobody can decide but a person, or a page that is not what was approved. */
const needsSomebody = ({ state, readBack }: DeliveryView): boolean =>
  waitsForPerson.has(state) || (readBack?.drift ?? null) !== null;

async function house(options: ApiOptions): Promise<void> {
  const api = openApi(options);
  const found = async (query: { dispatch?: 'open'; mine?: 'waiting'; state?: 'heldByGate' | 'scheduled' }) =>
    (await answered(api.GET('/api/releases', { params: { query: { ...query, page: 1, pageSize } } }))).items;
  const lists = {
    dispatching: await found({ dispatch: 'open' }),
    scheduled: await found({ state: 'scheduled' }),
    heldByGate: await found({ state: 'heldByGate' }),
    waitingForMe: await found({ mine: 'waiting' }),
  };
  const stuck = lists.dispatching.filter(({ deliveries }) =>
    Object.entries(deliveries).some(([state, count]) => waitsForPerson.has(state) && count > 0),
  );
  if (stuck.length > 0 || lists.heldByGate.length > 0) process.exitCode = EXIT_REFUSED;
  const part = (title: string, items: readonly ReleaseSummary[]) => [
    `${title}：${items.length}`,
    ...items.map((item) => `  ${summaryTold(item)}${countsOf(item)}`),
  ];
  const text = [
    ...part('正在发送或未了结 (dispatch not settled)', lists.dispatching),
    ...part('已排期 (scheduled)', lists.scheduled),
    ...part('闸口拦下，等统筹裁定 (held by the gate)', lists.heldByGate),
    ...part('等您办理 (waiting for you)', lists.waitingForMe),
  ];
  await told(lists, text.join('\n'), options);
}

const countsOf = ({ deliveries }: ReleaseSummary): string => {
  const counts = Object.entries(deliveries).filter(([, count]) => count > 0);
  return counts.length === 0 ? '' : `  ${counts.map(([state, count]) => `${state} ${count}`).join('、')}`;
};
