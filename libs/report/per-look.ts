/** How much one look of the tick takes from a source: a backlog is worked off minute by minute and holds nobody up. */
export const perLook = 100;
