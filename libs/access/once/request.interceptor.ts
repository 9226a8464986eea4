import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { actingThrough } from '@koujing/audit';
import { digestOf, HOLDS_SECRET, Problem } from '@koujing/kernel';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { accessRefusal } from '../refusal.js';
import type { GuardedRequest } from '../session.guard.js';
import { RequestOnce } from './request-once.js';

interface WrittenRequest extends GuardedRequest {
  readonly url: string;
  readonly body?: unknown;
}

interface Reply {
  readonly statusCode: number;
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

const requestKeyHeader = 'idempotency-key';
const repeatedHeader = 'idempotency-replayed';

/** Writes: what a key of the sender's keeps from being done twice, and whose program did it. */
@Injectable()
export class RequestInterceptor implements NestInterceptor {
  constructor(@Inject(RequestOnce) private readonly once: RequestOnce) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<WrittenRequest>();
    if (request.method === 'GET' || request.actor === undefined) return next.handle();
    const { apiKey } = request;
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    const recorded = apiKey === undefined ? work : () => actingThrough(apiKey, work);
    const key = request.headers[requestKeyHeader];
    if (key === undefined) return from(recorded());
    const secret = Reflect.getMetadata(HOLDS_SECRET, context.getHandler()) === true;
    return from(this.#once(request, { key, secret, work: recorded, reply: http.getResponse<Reply>() }));
  }

  async #once(
    { actor, method, url, body }: WrittenRequest,
    {
      key,
      secret,
      work,
      reply,
    }: {
      readonly key: string | string[];
      readonly secret: boolean;
      readonly work: () => Promise<unknown>;
      readonly reply: Reply;
    },
  ): Promise<unknown> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/u.test(key))
      throw new Problem('badInput', [accessRefusal.badRequestKey]);
    const name = {
      ...{ personId: actor?.personId ?? '', key, secret },
      // A digest of a password is a password to be guessed.
      digest: digestOf({ method, url, body: secret ? null : (body ?? null) }),
    };
    const done = await this.once.perform(name, async () => {
      const answer = await work();
      return { status: reply.statusCode, body: answer };
    });
    if (done.repeated) {
      reply.status(done.status);
      reply.header(repeatedHeader, 'true');
    }
    return done.body;
  }
}
