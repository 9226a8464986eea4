import { fillHtmlSlots, fillSlots, textMember, type Rendition, type SendOutcome } from '@koujing/channel';
import { fail, ok, type Result } from '@koujing/kernel';
import type { Progress } from './progress.js';
import { callWithToken, failedOutcome, type WechatAttempt } from './wechat-call.js';
import { uploadPictures } from './wechat-pictures.js';
import { listAll, ours } from './wechat-search.js';

/**
 * The one draft of this version. `draft/add` has no protection against doubles, so once it may have been called
 * the drafts are searched by content_source_url before it is called again (CHANNELS A9).
 */
export const theDraft = async (
  rendition: Rendition,
  attempt: WechatAttempt,
  progress: Progress,
): Promise<Result<string, SendOutcome>> => {
  const known = progress.data['mediaId'];
  if (known !== undefined) return ok(known);
  if (progress.hasReached('draftAdding')) {
    const found = await findDraft(rendition, attempt);
    if (!found.ok) return found;
    if (found.value !== null) {
      await progress.reach('draftAdded', { mediaId: found.value });
      return ok(found.value);
    }
  }
  const slots = await uploadPictures(rendition, attempt, progress);
  return slots.ok ? addDraft(rendition, attempt, progress) : slots;
};

/** null: it is certain that neither a draft nor an article carries our mark. */
const findDraft = async (
  rendition: Rendition,
  attempt: WechatAttempt,
): Promise<Result<string | null, SendOutcome>> => {
  const mark = rendition.parts['contentSourceUrl'] ?? '';
  for (const path of ['draft/batchget', 'freepublish/batchget'] as const) {
    const search = await listAll(path, attempt);
    if (search.kind === 'failed') return fail(failedOutcome(search.reply, attempt, true));
    const found = ours(search.items, mark)[0];
    if (found && path === 'draft/batchget') return ok(found.id);
    if (found) return fail({ kind: 'unknown', reason: `已有文章带有同一标记：${found.url}` });
    if (!search.complete)
      return fail({ kind: 'unknown', reason: `${path} lists more than can be searched.` });
  }
  return ok(null);
};

const addDraft = async (
  rendition: Rendition,
  attempt: WechatAttempt,
  progress: Progress,
): Promise<Result<string, SendOutcome>> => {
  await progress.reach('draftAdding');
  const body = { articles: [articleFields(rendition, attempt, progress)] };
  const reply = await callWithToken({ path: 'draft/add', body, writes: true }, attempt);
  if (reply.kind === 'error' && reply.code === 40007)
    // Here 40007 speaks of the cover: no draft was made.
    return fail({ kind: 'rejected', code: '40007', message: reply.message, fix: 'operator', field: 'image' });
  if (reply.kind !== 'ok') return fail(failedOutcome(reply, attempt, false));
  const mediaId = textMember(reply.body, 'media_id');
  if (mediaId === '') return fail({ kind: 'unknown', reason: 'draft/add answered without a media_id.' });
  await progress.reach('draftAdded', { mediaId });
  return ok(mediaId);
};

const articleFields = (rendition: Rendition, attempt: WechatAttempt, progress: Progress) => {
  const part = (name: string): string => fillSlots(rendition.parts[name] ?? '', progress.data);
  return {
    article_type: 'news',
    title: part('title'),
    author: part('author'),
    digest: part('digest'),
    content: fillHtmlSlots(rendition.parts['html'] ?? '', progress.data),
    content_source_url: part('contentSourceUrl'),
    thumb_media_id: part('thumbMediaId'),
    need_open_comment: attempt.settings.openComment ? 1 : 0,
    only_fans_can_comment: 0,
  };
};
