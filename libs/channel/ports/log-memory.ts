import type { LogPort } from '../ports.js';

/** The fake: keeps every line, so that tests can look for what must not be in it. */
export class MemoryLog implements LogPort {
  readonly lines: {
    level: 'info' | 'warn';
    event: string;
    fields: Readonly<Record<string, string | number>>;
  }[] = [];

  info(event: string, fields: Readonly<Record<string, string | number>>): void {
    this.lines.push({ level: 'info', event, fields });
  }

  warn(event: string, fields: Readonly<Record<string, string | number>>): void {
    this.lines.push({ level: 'warn', event, fields });
  }
}
