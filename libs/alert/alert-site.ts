/** Where the messages are shown to the public: files in the portal's folder, written by one process at a time. */
export interface AlertSite {
  exclusively(work: () => Promise<void>): Promise<void>;
  /** Unless it stands there already; answers how many files that were. */
  write(path: string, text: string): Promise<number>;
  /** The list that leads to the newest messages: a part of the portal, which reads it from the rows. */
  writeIndex(): Promise<void>;
}

/** Opened anew for each turn: the account may have been changed meanwhile. Null: there is no portal. */
export type OpenAlertSite = () => Promise<AlertSite | null>;
