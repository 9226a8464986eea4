import { pino } from 'pino';
import type { LogPort } from '@koujing/channel';
import { currentTrace } from '@koujing/kernel';

/** Each line names the click or the due hour that it goes back to. */
const ofTrace = (): object => {
  const trace = currentTrace();
  return trace === null ? {} : { trace };
};

/** One JSON line per event on stderr; stdout belongs to what the start tells a person. */
export const openLog = (level: 'info' | 'warn' | 'silent'): LogPort => {
  const logger = pino({ level, base: null, mixin: ofTrace }, pino.destination(2));
  return {
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
  };
};
