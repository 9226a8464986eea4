interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a test-send does, told before it is done; or why this platform has none that the public would not see. */
export type TrialOffer =
  | (Words & { readonly possible: true; readonly target?: Words & { readonly kind: 'mail' | 'name' } })
  | (Words & { readonly possible: false });

/** What the platform said. */
export interface TrialOutcome {
  readonly sent: boolean;
  readonly message: string;
}
