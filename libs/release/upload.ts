import { Problem } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';

/** One uploaded file, wholly in memory: the body limit of the server bounds it. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `@fastify/multipart` adds to a request. */
export interface UploadRequest {
  isMultipart(): boolean;
  file(): Promise<{ readonly filename: string; toBuffer(): Promise<Buffer> } | undefined>;
}

/** @throws Problem `badInput` if the request holds no file. */
export const uploadedFile = async (request: UploadRequest): Promise<UploadedFile> => {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw new Problem('badInput', [releaseRefusal.document.missing]);
  return { name: part.filename, bytes: await part.toBuffer() };
};
