import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * What ties together everything that one click set off: 32 hex digits, the trace id of W3C Trace Context. It goes from the
 * console's request through the ledger's rows to the platform's call, in every line of the log, and says nothing by itself.
 */
export type TraceId = string;

const current = new AsyncLocalStorage<TraceId>();

export const newTraceId = (): TraceId => randomBytes(16).toString('hex');

/** Of the click, the due hour or the row that is being worked on; null where nothing set it. */
export const currentTrace = (): TraceId | null => current.getStore() ?? null;

export const withinTrace = <T>(trace: TraceId, work: () => T): T => current.run(trace, work);

/** The id in a `traceparent` header (W3C Trace Context 3.2); null for a malformed or an empty one. */
export const traceOf = (traceparent: unknown): TraceId | null => {
  const [, trace] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/u.exec(String(traceparent)) ?? [];
  return trace === undefined || /^0+$/u.test(trace) ? null : trace;
};

/** As a header for the next one in the row; whoever keeps no spans of its own still names one. */
export const traceparentOf = (trace: TraceId): string => `00-${trace}-${randomBytes(8).toString('hex')}-01`;

/** What a tracer that was loaded with `--import` (OpenTelemetry, say) hangs up here; the house itself brings none. */
export interface Tracer {
  /** Runs the work as a span of this name; must answer what the work answers and throw what it throws. */
  span<T>(
    about: {
      readonly name: string;
      readonly trace: TraceId;
      readonly attributes: Readonly<Record<string, string | number>>;
    },
    work: () => Promise<T>,
  ): Promise<T>;
}

const hook = Symbol.for('koujing.tracer');

/** Runs the work within a trace, and as a span where a tracer is there. */
export const traced = <T>(
  {
    name,
    trace,
    attributes = {},
  }: {
    readonly name: string;
    readonly trace: TraceId;
    readonly attributes?: Readonly<Record<string, string | number>>;
  },
  work: () => Promise<T>,
): Promise<T> =>
  withinTrace(trace, () => {
    const tracer = (globalThis as { [hook]?: Tracer })[hook];
    return tracer === undefined ? work() : tracer.span({ name, trace, attributes }, work);
  });
