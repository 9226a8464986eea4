import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { refuseBrokenText } from './whole-text.js';

interface TextRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** No schema has to think of characters that no database keeps: they are refused before any route sees them. */
@Injectable()
export class WholeTextGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { params, query, body } = context.switchToHttp().getRequest<TextRequest>();
    refuseBrokenText(params);
    refuseBrokenText(query);
    // A stream of files is read by whoever takes them.
    if (!(body instanceof Uint8Array)) refuseBrokenText(body);
    return true;
  }
}
