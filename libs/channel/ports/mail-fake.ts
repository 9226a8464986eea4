import type { MailGreeting, MailMessage, MailPort, MailResult, MailServer, MailSteps } from '../ports.js';

/** The fake: accepts every message unless told otherwise, and keeps it. */
export class FakeMail implements MailPort {
  readonly messages: MailMessage[] = [];

  constructor(private readonly answer: (message: MailMessage) => MailResult = accepted) {}

  async send(
    message: MailMessage,
    _server: MailServer,
    { ready, begin }: MailSteps = {},
  ): Promise<MailResult> {
    await ready?.();
    await begin?.();
    this.messages.push(message);
    return this.answer(message);
  }

  async greet(_server: MailServer): Promise<MailGreeting> {
    return { kind: 'welcome' };
  }
}

const accepted = (): MailResult => ({ kind: 'accepted', reply: '250 OK' });
