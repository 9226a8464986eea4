import { pino } from 'pino';
import type { LogPort } from '@koujing/channel';

/** One JSON line per event on stderr; stdout belongs to what the start tells a person. */
export const openLog = (level: 'info' | 'warn' | 'silent'): LogPort => {
  const logger = pino({ level, base: null }, pino.destination(2));
  return {
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
  };
};
