import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ANSWERS, ANSWERS_FILE } from '@koujing/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type * as swagger from '@nestjs/swagger';
import type { ApiResponseOptions, OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { SESSION_COOKIE } from '@koujing/access';
import { isCostly } from '../../libs/access/costly.interceptor.js';
import { isOpen, scopeOf } from '../../libs/access/session.guard.js';
import { errorBodySchema } from '../../libs/kernel/answer.api.js';

type Swagger = typeof swagger;
type Handler = (...given: never[]) => unknown;

const about = `所有写入都可以带 Idempotency-Key 头（8–128 个可见的英文字符，一天之内有效）：同一个键重发，只执行一次，答复照旧。
程序用 Authorization: Bearer koujing_… 调用；密钥由管理员在“设置 · 接口密钥”里发放，每个接口写明所需的权限。没有写明权限的接口，须由本人登录后办理。
列表都用 page 和 pageSize 翻页；时间一律带时区偏移；出错时答复 { code, reasons }，每条理由有中文和英文。

Every write takes an Idempotency-Key header (8 to 128 visible ASCII characters, kept for a day): the same key does it once and
answers the same. Programs call with a key that an administrator issued; each operation names the scope that it takes, and what
names none is done by a person who signed in. Lists are paged, times carry their offset, errors carry reasons in both languages.`;

/**
 * The OpenAPI 3.1 document of every route, made of the schemas that the routes are held to. The library that makes it is
 * loaded by the first who asks: a worker never does.
 */
export const apiDocumentOf = async (app: NestFastifyApplication): Promise<OpenAPIObject> => {
  const library = await import('@nestjs/swagger');
  const routes = routesOf(app);
  const named = namesOf(routes);
  for (const route of routes) describe(library, route);
  const config = new library.DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('口径 Koujing')
    .setDescription(about)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'koujing_…' }, 'apiKey')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', description: csrfHeader }, 'session')
    .build();
  return library.SwaggerModule.createDocument(app, config, {
    operationIdFactory: nameOf,
    standardSchemaConverter: (schema, { schemaType }) => {
      const name = schemaType === 'output' ? named.get(schema) : undefined;
      // The whole document is of one dialect, and says so once.
      const told = z.toJSONSchema(schema as z.ZodType, { io: schemaType, unrepresentable: 'any' });
      const rest = { ...told, $schema: undefined };
      return name === undefined
        ? { schema: rest }
        : { schema: { $ref: `#/components/schemas/${name}` }, components: { [name]: rest } };
    },
  });
};

const nameOf = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/u, '')}_${method}`;

/** What several routes answer stands in the document once, under the name of the first. */
const namesOf = (routes: readonly Route[]): ReadonlyMap<unknown, string> => {
  const names = new Map<unknown, string>([[errorBodySchema, 'Refusal']]);
  for (const { target, key, handler } of routes) {
    const schema: unknown = Reflect.getMetadata(ANSWERS, handler);
    if (schema !== undefined && !names.has(schema))
      names.set(schema, `${nameOf(target.constructor.name, key)}_answer`);
  }
  return names;
};

interface Route {
  readonly target: object;
  readonly key: string;
  readonly descriptor: TypedPropertyDescriptor<Handler>;
  readonly handler: Handler;
}

/** Every route of every controller. */
const routesOf = (app: NestFastifyApplication): readonly Route[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => {
      const target = metatype?.prototype as object | undefined;
      if (target === undefined) return [];
      return Object.entries(Object.getOwnPropertyDescriptors(target)).flatMap(([key, descriptor]) => {
        const handler = descriptor.value as Handler | undefined;
        // The class itself has a path too: its own.
        const isMethod = key !== 'constructor' && typeof handler === 'function';
        return isMethod && Reflect.hasMetadata(PATH_METADATA, handler)
          ? [{ target, key, descriptor, handler }]
          : [];
      });
    });

const describe = (library: Swagger, route: Route): void => {
  const { target, key, descriptor, handler } = route;
  const scope = scopeOf(handler);
  const decorators = [
    library.ApiResponse(answerOf(handler)),
    library.ApiResponse({
      status: 'default',
      description: '没有成功，附理由。 It did not succeed; with reasons.',
      standardSchema: errorBodySchema,
    }),
    ...(isOpen(target.constructor, handler) ? [] : [library.ApiSecurity('session')]),
    ...(scope === undefined
      ? []
      : [library.ApiSecurity('apiKey'), library.ApiExtension('x-koujing-scope', scope)]),
    ...(isCostly(handler) ? [library.ApiExtension('x-koujing-costly', true)] : []),
    ...(isWrite(handler) ? [library.ApiHeader({ name: 'idempotency-key', required: false })] : []),
  ];
  for (const decorate of decorators) decorate(target, key, descriptor);
};

const answerOf = (handler: Handler): ApiResponseOptions => {
  const schema = Reflect.getMetadata(ANSWERS, handler) as z.ZodType | undefined;
  const types = Reflect.getMetadata(ANSWERS_FILE, handler) as readonly string[] | undefined;
  const told = { status: statusOf(handler), description: '成功。 Success.' };
  if (schema !== undefined) return { ...told, standardSchema: schema };
  if (types === undefined) return told;
  const bytes = { schema: { type: 'string', format: 'binary' } };
  return { ...told, content: Object.fromEntries(types.map((type) => [type, bytes])) };
};

const methodOf = (handler: Handler): RequestMethod =>
  Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
const isWrite = (handler: Handler): boolean => methodOf(handler) !== RequestMethod.GET;
const statusOf = (handler: Handler): number =>
  (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ??
  (methodOf(handler) === RequestMethod.POST ? 201 : 200);
