import 'reflect-metadata';
import type { z } from 'zod';

export const ANSWERS = 'koujing:answers';

/**
 * What a route answers when all went well. The compiler holds the handler to it, and the OpenAPI document tells it,
 * so that the document cannot promise what the code does not give.
 */
export const Answers =
  <Schema extends z.ZodType>(schema: Schema) =>
  <Handler extends (...given: never[]) => z.output<Schema> | Promise<z.output<Schema>>>(
    _target: object,
    _key: string,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    Reflect.defineMetadata(ANSWERS, schema, descriptor.value ?? {});
  };

export const ANSWERS_FILE = 'koujing:answers-file';

/** A route that answers a file or a page; the media types that it may have. */
export const AnswersFile =
  (...types: readonly string[]): MethodDecorator =>
  (_target, _key, { value }) => {
    Reflect.defineMetadata(ANSWERS_FILE, types, value ?? {});
  };

export const HOLDS_SECRET = 'koujing:holds-secret';

/** A route that takes or answers a secret, which is kept nowhere: not for whoever repeats the request either. */
export const HoldsSecret =
  (): MethodDecorator =>
  (_target, _key, { value }) => {
    Reflect.defineMetadata(HOLDS_SECRET, true, value ?? {});
  };
