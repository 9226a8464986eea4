import type { Json } from './organ.js';

/** Somebody who speaks for an organ, or the assistant, from a day on (Art.7–8); ended, never deleted. */
export interface RosterEntryTable {
  id: string;
  organ_id: string;
  /** `spokesperson`, `pressAssistant`. */
  post: string;
  temporary: boolean;
  topic: string;
  name: string;
  title: string;
  /** Name of a rank in the rules file of the city. */
  rank: string;
  rank_reason: string;
  phone: string;
  /** Civil days; the last one counts. */
  from_on: string;
  until_on: string | null;
  ended_reason: string | null;
  appointed_by: string;
  appointed_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
}

/** What an organ reported to the office (Art.9); never changed. */
export interface RosterFilingTable {
  id: string;
  organ_id: string;
  entries: Json<unknown>;
  digest: string;
  note: string;
  filed_by: string;
  filed_at: Date;
}

/** The list as it was shown to the public (Art.9); only the time of its page is filled in later. */
export interface RosterPublicationTable {
  id: string;
  year: number;
  organs: Json<unknown>;
  digest: string;
  published_by: string;
  published_at: Date;
  page_written_at: Date | null;
}
