import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Trace } from '@koujing/block';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { AttachmentStore } from './attachment-store.sql.js';
import { attachmentTypes } from './attachment.js';
import { SourceStore } from './source-store.sql.js';

const noted = (text: string): Trace => ({ kind: 'note', text });

onEachEngine('the store of attachments', (open) => {
  const store = new AttachmentStore();
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.drop());

  const save = (sha256: string, more: { traces?: readonly Trace[]; text?: string }): Promise<void> =>
    store.save(opened.database.queries, {
      ...{ sha256, mimeType: attachmentTypes.docx, bytes: new Uint8Array([1]), createdAt: new Date(0) },
      ...more,
    });
  const tracesOf = async (sha256: string): Promise<readonly Trace[]> => {
    const images = [{ sha256, alt: '图' }];
    const [file] = await new SourceStore().tracesOf(opened.database.queries, { releaseId: 'none', images });
    return file?.traces ?? [];
  };

  test('a picture that comes in again with other remarks keeps those that were found first', async () => {
    const sha256 = 'a'.repeat(64);
    await save(sha256, { traces: [noted('拍于值班室'), noted('赵某')] });
    await save(sha256, { traces: [noted('钱某'), noted('赵某')] });
    await save(sha256, {});
    expect(await tracesOf(sha256)).toEqual([noted('拍于值班室'), noted('赵某'), noted('钱某')]);
  });

  test('a document that was stored without what it says is still there, and says it once it comes in as an attachment', async () => {
    const sha256 = 'b'.repeat(64);
    await save(sha256, {});
    expect((await store.documents(opened.database.queries, [sha256])).get(sha256)).toMatchObject({
      size: 1,
      text: '',
    });
    await save(sha256, { text: '名单' });
    await save(sha256, {});
    expect((await store.documents(opened.database.queries, [sha256])).get(sha256)?.text).toBe('名单');
  });
});
