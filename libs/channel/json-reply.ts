import type { HttpReply } from './ports.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The reply's body as a JSON object, or null: a gateway's error page is not the platform's answer. */
export const jsonOf = (reply: HttpReply): JsonObject | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(reply.body).toString('utf8'));
    return isJsonObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member as text: platforms give the same identifier as a number here and as a string there. */
export const textMember = (object: JsonObject, name: string): string => {
  const value = object[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const listMember = (object: JsonObject, name: string): readonly JsonObject[] => {
  const value = object[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
};
