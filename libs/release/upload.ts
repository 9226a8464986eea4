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
  /** Asks the virus scanner, where the house has one. @throws Problem for what is not to be taken */
  scan(bytes: Uint8Array): Promise<void>;
  file(): Promise<{ readonly filename: string; toBuffer(): Promise<Buffer> } | undefined>;
}

/** Every file that comes in passes here. @throws Problem `badInput` if the request holds none, or as `scan` does */
export const uploadedFile = async (request: UploadRequest): Promise<UploadedFile> => {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw new Problem('badInput', [releaseRefusal.document.missing]);
  const bytes = await part.toBuffer();
  await request.scan(bytes);
  return { name: part.filename, bytes };
};
