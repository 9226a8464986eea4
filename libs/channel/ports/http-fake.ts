import { HttpFailure, type HttpPort, type HttpReply, type HttpRequest } from '../ports.js';

/** What the fake answers: a JSON value with HTTP 200, a whole reply, or a failed connection. */
export type FakeAnswer = { readonly json: unknown; readonly status?: number } | HttpReply | HttpFailure;

/** The fake: answers from a function and keeps what was asked. */
export class FakeHttp implements HttpPort {
  readonly requests: HttpRequest[] = [];

  constructor(private readonly answer: (request: HttpRequest, count: number) => FakeAnswer) {}

  async request(request: HttpRequest): Promise<HttpReply> {
    this.requests.push(request);
    const answer = this.answer(request, this.requests.length);
    if (answer instanceof HttpFailure) throw answer;
    if (!('json' in answer)) return answer;
    const body = Buffer.from(JSON.stringify(answer.json), 'utf8');
    return { status: answer.status ?? 200, headers: { 'content-type': 'application/json' }, body };
  }
}
