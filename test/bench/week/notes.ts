import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../crash/journal.js';
import { Model, type Note } from './model.js';

/** The model and its file, which is also the journal of the run. */
export class Notes {
  readonly model = new Model();
  readonly journal: Journal;

  /** What a run in this folder noted before is known again; a line that its end tore is none. */
  constructor(folder: string) {
    const path = join(folder, 'journal.jsonl');
    if (existsSync(path)) {
      const text = readFileSync(path, 'utf8');
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      truncateSync(path, Buffer.byteLength(whole));
      for (const line of whole.split('\n').filter((each) => each !== ''))
        this.model.take(JSON.parse(line) as Note);
    }
    this.journal = new Journal(folder);
  }

  note(note: Note): void {
    const { event, ...facts } = note;
    this.journal.write(event, facts);
    this.model.take(note);
  }
}
