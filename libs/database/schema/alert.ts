/** A CAP message as it was issued. */
export interface AlertMessageTable {
  identifier: string;
  release_id: string;
  version: number;
  /** `issue` or `cancel`. */
  act: string;
  /** The matter of the release when it was issued: the chain that it belongs to. */
  matter_id: string | null;
  sender: string;
  sent_at: Date;
  expires_at: Date;
  /** The hazard without its colour: an orange warning is followed by a red one. */
  event: string;
  headline: string;
  sender_name: string;
  xml: string;
  /** When the file first stood on the portal. */
  written_at: Date | null;
}

export interface AlertFaultTable {
  release_id: string;
  version: number;
  act: string;
  faults: string;
  told_at: Date;
}
