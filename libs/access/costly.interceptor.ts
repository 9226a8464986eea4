import type { ServerResponse } from 'node:http';
import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { TooManyRequests } from '@koujing/kernel';
import type { Observable } from 'rxjs';
import { accessRefusal } from './refusal.js';
import type { GuardedRequest } from './session.guard.js';

const COSTLY = 'koujing:costly';
/** Marks what takes seconds of the machine: files made of a whole register, documents read, the chain verified. */
export const Costly = (): CustomDecorator => SetMetadata(COSTLY, true);

/** Is this one of the routes of which nobody does many at once? */
export const isCostly = (handler: object): boolean => Reflect.getMetadata(COSTLY, handler) === true;

/** One may run while the next is begun; a program that begins dozens takes the machine from a hundred desks. */
export const costlyAtOnce = 3;
/** About as long as one of them takes. */
const comeBackMs = 5_000;

/** Of what takes long, so many at once for each person, whatever sessions and keys they come with. Kept by process. */
@Injectable()
export class CostlyInterceptor implements NestInterceptor {
  readonly #running = new Map<string, number>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const person = http.getRequest<GuardedRequest>().actor?.personId;
    if (person === undefined || !isCostly(context.getHandler())) return next.handle();
    const running = this.#running.get(person) ?? 0;
    if (running >= costlyAtOnce) throw new TooManyRequests(accessRefusal.tooManyCostly, comeBackMs);
    this.#running.set(person, running + 1);
    // Whoever hangs up leaves too, and a file is on its way until it has gone out.
    http.getResponse<{ readonly raw: ServerResponse }>().raw.once('close', () => this.#leave(person));
    return next.handle();
  }

  #leave(person: string): void {
    const running = (this.#running.get(person) ?? 1) - 1;
    if (running > 0) this.#running.set(person, running);
    else this.#running.delete(person);
  }
}
