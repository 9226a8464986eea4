/** One line of the doctor: a whole sentence, and what to do where something is to be done. */
export interface Diagnosis {
  /** Stable, for programs: `node`, `locale`, `disk` … */
  readonly check: string;
  readonly verdict: 'well' | 'warning' | 'ill';
  readonly zh: string;
  readonly en: string;
}

export const well = (check: string, zh: string, en: string): Diagnosis => ({
  check,
  verdict: 'well',
  zh,
  en,
});

export const warning = (check: string, zh: string, en: string): Diagnosis => ({
  ...{ check, zh, en },
  verdict: 'warning',
});

export const ill = (check: string, zh: string, en: string): Diagnosis => ({ check, verdict: 'ill', zh, en });
