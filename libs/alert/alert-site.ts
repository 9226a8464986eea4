/** Where the messages are shown to the public: files in the portal's folder, written by one process at a time. */
export interface AlertSite {
  exclusively(work: () => Promise<void>): Promise<void>;
  write(path: string, text: string): Promise<void>;
  /** The public address of a file. */
  url(path: string): string;
  readonly title: string;
}

/** Opened anew for each turn: the account may have been changed meanwhile. Null: there is no portal. */
export type OpenAlertSite = () => Promise<AlertSite | null>;

export const alertPath = (identifier: string): string => `cap/${identifier}.cap.xml`;
export const alertIndexPath = 'cap/index.atom';
