import { hostname } from 'node:os';
import { pino, type DestinationStream } from 'pino';
import type { LogPort } from '@koujing/channel';
import { currentTrace } from '@koujing/kernel';

/** Each line names the click or the due hour that it goes back to. */
const ofTrace = (): object => {
  const trace = currentTrace();
  return trace === null ? {} : { trace };
};

/** A database names its own things after these words, and quotes what people wrote after any other. */
const quoted = /(?<name>(?<=\b(?:relation|column|constraint|table|function|schema|type) )"[\w.]+")|"[^]*"/gu;

/**
 * What an error says, without what it quotes: drivers and parsers repeat the value that they stumbled over, which may be of a text
 * that is not out. The frames of the stack stay.
 */
const withoutValues = (said: unknown): unknown => {
  if (typeof said !== 'string') return said;
  const [head = '', ...frames] = said.split(/(?=\n\s+at )/u);
  return [head.replaceAll(quoted, (_, name?: string) => name ?? '"…"'), ...frames].join('');
};

/** One JSON line per event on stderr, with the machine that it came from, if nowhere else; stdout belongs to what the start tells a person. */
export const openLog = (
  level: 'debug' | 'info' | 'warn' | 'silent',
  to: DestinationStream = pino.destination(2),
): LogPort => {
  const serializers = { error: withoutValues, reason: withoutValues };
  const logger = pino({ level, base: { host: hostname() }, mixin: ofTrace, serializers }, to);
  return {
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
  };
};
