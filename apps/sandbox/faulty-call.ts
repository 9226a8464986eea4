import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { outcomeKinds, type Fault, type FaultChannel } from './fault.js';
import type { World } from './world.js';

/** What a platform answers: HTTP status and body. `outcome` is `ok` or the vendor's code. */
export interface Answer {
  readonly status: number;
  readonly json: string | Buffer;
  readonly outcome: string;
  /** For the answers that are not JSON. */
  readonly type?: string;
  readonly location?: string;
}

export interface FaultyCall {
  readonly channel: Exclude<FaultChannel, 'smtp'>;
  readonly call: string;
  /** The request as far as a fault's `match` looks at it. */
  readonly text: string;
  /** Does the work and stores it. */
  answer(): Promise<Answer>;
  /** The vendor's way of saying this code. */
  refuse(code: number, text: string | undefined): Answer;
}

/** Does one call with whatever fault is switched on for it. */
export const serve = async (
  world: World,
  call: FaultyCall,
  http: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> => {
  const slow = world.faults.take(call.channel, call.call, ['latency'], call.text);
  if (slow) await sleep(slow.milliseconds ?? 1_000);
  const fault = world.faults.take(call.channel, call.call, outcomeKinds, call.text);
  const committed = fault === undefined || fault.kind.endsWith('AfterCommit');
  const answer = committed ? await call.answer() : undefined;
  const shown = fault === undefined ? answer : disturbed(fault, call);
  world.journal.add(call.channel, call.call, describe(fault, answer, shown));
  if (shown) await respond(http.reply, shown);
  else cutOrKeepSilent(fault, http);
};

const usualCode = { wechat: -1, weibo: 10001, webhook: 503 } as const;

/** Undefined when there is no answer at all. */
const disturbed = (fault: Fault, call: FaultyCall): Answer | undefined => {
  if (fault.kind === 'error' || fault.kind === 'errorAfterCommit')
    return call.refuse(fault.code ?? usualCode[call.channel], fault.text);
  if (fault.kind === 'httpStatus' || fault.kind === 'httpStatusAfterCommit') {
    const status = fault.status ?? 502;
    return {
      status,
      json: fault.text ?? '<html>Bad Gateway</html>',
      outcome: `HTTP ${status}`,
      type: 'text/html',
    };
  }
  return undefined;
};

const describe = (
  fault: Fault | undefined,
  answer: Answer | undefined,
  shown: Answer | undefined,
): string => {
  if (fault === undefined) return shown?.outcome ?? '';
  return `${fault.kind}${shown ? ` ${shown.outcome}` : ''}${answer ? ` (${answer.outcome})` : ''}`;
};

const respond = async (reply: FastifyReply, answer: Answer): Promise<void> => {
  if (answer.location !== undefined) void reply.header('location', answer.location);
  await reply
    .code(answer.status)
    .type(answer.type ?? 'application/json; charset=utf-8')
    .send(answer.json);
};

/** A reset is a real RST on the wire; silence holds the connection until the client gives up. */
const cutOrKeepSilent = (
  fault: Fault | undefined,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): void => {
  reply.hijack();
  if (fault?.kind.startsWith('reset')) request.raw.socket.resetAndDestroy();
};
