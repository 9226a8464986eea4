import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem, problemStatus, TooManyRequests, type ProblemCode, type Reason } from '@koujing/kernel';
import type { LogPort } from '@koujing/channel';
import { troubleOf } from '@koujing/database';
import { doorWords } from './door/words.js';
import { tellRefusal, type RefusedRequest } from './tell-refusal.js';
import type { ErrorBody } from '../../libs/kernel/answer.api.js';

/** What the filter writes to; Fastify's reply. */
interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: ErrorBody): unknown;
}

const say = (code: string, message: string, messageEn: string, rest?: Partial<Reason>): Reason => ({
  code,
  message,
  messageEn,
  ...rest,
});

/** What is busy or down is asked again after a few seconds. */
const retryAfterS = '5';

/** Every error leaves as `{ code, reasons }` with the status of its code; what nobody foresaw is logged and told without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: LogPort) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<RefusedRequest>();
    const problem = this.problemOf(error, request.id);
    tellRefusal(this.log, problem, request);
    const reply = host.switchToHttp().getResponse<Reply>();
    if (problem.code === 'unavailable') reply.header('retry-after', retryAfterS);
    if (problem instanceof TooManyRequests) reply.header('retry-after', String(problem.retryAfterS));
    // A handler that answers with a page or a file has set its own type by now.
    reply
      .status(problem.status)
      .header('content-type', 'application/json; charset=utf-8')
      .send({ code: problem.code, reasons: [...problem.reasons] });
  }

  private problemOf(error: unknown, request: string): Problem {
    if (error instanceof Problem) return error;
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status !== null && status < 500) return new Problem(codeOf(status), [spoken(status, error)]);
    const trouble = troubleOf(error);
    if (trouble !== null) {
      this.log.warn('request.unavailable', { trouble, error: messageOf(error) });
      return new Problem('unavailable', [doorWords[trouble]]);
    }
    this.log.warn('request.failed', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return new Problem('internal', [
      say(
        'internal',
        `服务器出错，您的内容没有改变，请稍后重试；告诉管理员时请附编号 ${request}。`,
        `The server failed; nothing was changed. Try again later, and name ${request} to the administrator.`,
      ),
    ]);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Fastify's own errors carry a status. */
const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;

const codeOf = (status: number): ProblemCode => {
  const found = Object.entries(problemStatus).find(([, known]) => known === status);
  return found === undefined ? 'badInput' : (found[0] as ProblemCode);
};

const spoken = (status: number, error: unknown): Reason => {
  if (status === 413)
    return say('tooLarge', '请求超过 10 MB 的上限。', 'The request is larger than the limit of 10 MB.', {
      field: 'body',
      allowed: '≤ 10 MB',
    });
  if (status === 415)
    return say('unsupported', '不支持这种内容类型。', 'This content type is not supported.', {
      field: 'content-type',
      allowed: 'application/json, multipart/form-data',
    });
  if (status === 404) return say('notFound', '没有这个地址。', 'There is no such address.');
  const detail = error instanceof Error ? error.message : '';
  return say(
    'badInput',
    '请求内容无法读取，请检查是不是完整的 JSON 或表单。',
    `The request cannot be read: ${detail}`,
  );
};
