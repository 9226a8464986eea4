import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { ChatDestinationStore } from './chat-destination-store.sql.js';
import type { ChatMessageStore, DueMessage } from './chat-message-store.sql.js';
import { chatOutcome } from './chat-outcome.js';
import { chatPlatforms } from './chat-platforms.js';
import { textOf } from './notice-kinds.js';
import { speak, type Voice } from './speak.js';

export interface SendParts extends Voice {
  readonly database: Database;
  readonly destinations: ChatDestinationStore;
  readonly messages: ChatMessageStore;
  readonly clock: Clock;
  /** Base of the console's pages. */
  readonly consoleUrl: string;
}

/**
 * The worker: called again and again, by any number of processes at once. The claim commits before the call and the outcome
 * after it: a process that dies in between leaves a message that is not sent again (none of the platforms refuses a double).
 */
export class SendChats {
  constructor(private readonly parts: SendParts) {}

  /** Sends at most one message to each group and tells how many were tried. */
  async run(): Promise<number> {
    const { database, messages, clock } = this.parts;
    await messages.giveUpExpired(database.queries, clock.now());
    const due = await database.transaction((queries) => messages.claim(queries, clock.now()));
    await Promise.all(due.map((message) => this.#send(message)));
    return due.length;
  }

  async #send(message: DueMessage): Promise<void> {
    const { database, destinations, messages, clock, consoleUrl } = this.parts;
    const { queries } = database;
    const destination = await destinations.find(queries, message.destinationId);
    if (destination === null) throw new Error(`no destination ${message.destinationId}`);
    const { kind, organ, link } = message;
    const text = textOf({ kind, organ, url: `${consoleUrl}${link}` });
    const result = await speak(this.parts, destination, { text, at: clock.now() });
    const outcome = chatOutcome(result, message.attempts);
    const { restMs } = chatPlatforms[destination.platform];
    await messages.settle(queries, message, {
      outcome,
      now: clock.now(),
      restMs: 'kind' in result && result.kind === 'later' ? result.delayMs : restMs,
    });
  }
}
