import { hostname } from 'node:os';
import { pino, type DestinationStream } from 'pino';
import type { LogPort } from '@koujing/channel';
import { currentTrace } from '@koujing/kernel';

/** Each line names the click or the due hour that it goes back to. */
const ofTrace = (): object => {
  const trace = currentTrace();
  return trace === null ? {} : { trace };
};

/** One JSON line per event on stderr, with the machine that it came from, if nowhere else; stdout belongs to what the start tells a person. */
export const openLog = (
  level: 'debug' | 'info' | 'warn' | 'silent',
  to: DestinationStream = pino.destination(2),
): LogPort => {
  const logger = pino({ level, base: { host: hostname() }, mixin: ofTrace }, to);
  return {
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
  };
};
