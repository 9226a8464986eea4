import { sql } from 'kysely';

/**
 * A row `d` of the ledger whose publication the public still has: nothing corrects it in its place or takes it back, done or
 * under way. What nobody here could withdraw is in a person's hands.
 */
export const isLive = sql`d.recipient = '' and d.operation in ('send', 'correct')
  and d.state in ('delivered', 'verified', 'corrected') and d.receipt is not null
  and not exists (select from delivery a where a.amends = d.id and a.operation in ('correct', 'withdraw')
    and a.state not in ('cancelled', 'superseded', 'rejected', 'abandoned'))`;

/** An amendment `a` of which nobody knows yet what comes of it. */
export const isUnderWay = sql`a.operation in ('correct', 'withdraw')
  and a.state in ('planned', 'waiting', 'sending', 'accepted', 'unknown', 'deferred', 'needsPerson', 'correcting', 'withdrawing')`;
