import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { traced } from '@koujing/kernel';
import { from, lastValueFrom, type Observable } from 'rxjs';

/** Every write is a span, for a tracer that was loaded beside us. What is only read may be a stream without an end. */
@Injectable()
export class TraceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, id, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET') return next.handle();
    const route = routeOptions.url ?? '';
    const about = { name: `${method} ${route}`, trace: id, attributes: { 'http.route': route } };
    return from(traced(about, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
