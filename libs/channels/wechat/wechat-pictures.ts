import { textMember, type Rendition, type SendOutcome } from '@koujing/channel';
import { fail, ok, type Result } from '@koujing/kernel';
import { defaultCover } from './default-cover.js';
import type { Progress } from './progress.js';
import { callWithToken, failedOutcome, type WechatAttempt } from './wechat-call.js';

type Picture = WechatAttempt['images'][number];

/**
 * Brings the article's pictures and its cover to the platform; what an earlier attempt brought is not brought again.
 * The values of the slots, or what went wrong.
 */
export const uploadPictures = async (
  rendition: Rendition,
  attempt: WechatAttempt,
  progress: Progress,
): Promise<Result<Readonly<Record<string, string>>, SendOutcome>> => {
  for (const sha256 of rendition.assets) {
    const name = `image:${sha256}`;
    if (!rendition.slots.includes(name) || progress.data[name] !== undefined) continue;
    const uploaded = await upload('media/uploadimg', pictureOf(sha256, attempt), attempt);
    if (!uploaded.ok) return uploaded;
    await progress.reach('pictures', { [name]: uploaded.value });
  }
  if (progress.data['coverMediaId'] === undefined) {
    const cover = await coverId(rendition, attempt);
    if (!cover.ok) return cover;
    await progress.reach('pictures', { coverMediaId: cover.value });
  }
  return ok(progress.data);
};

const pictureOf = (sha256: string, attempt: WechatAttempt): Picture => {
  const picture = attempt.images.find((image) => image.sha256 === sha256);
  if (!picture)
    throw new Error(`The picture ${sha256} of the rendition is not among the attempt's pictures.`);
  return picture;
};

/** The first picture, else the account's standing cover, else the plain one of our own. Must be permanent (A2). */
const coverId = async (
  rendition: Rendition,
  attempt: WechatAttempt,
): Promise<Result<string, SendOutcome>> => {
  const first = rendition.assets[0];
  if (first !== undefined) return upload('material/add_material', pictureOf(first, attempt), attempt);
  if (attempt.settings.coverMediaId !== '') return ok(attempt.settings.coverMediaId);
  const plain: Picture = { sha256: '', mimeType: 'image/png', bytes: defaultCover() };
  return upload('material/add_material', plain, attempt);
};

/** An upload repeated after a lost answer leaves an unused picture and nothing that a reader sees. */
const upload = async (
  path: 'media/uploadimg' | 'material/add_material',
  picture: Picture,
  attempt: WechatAttempt,
): Promise<Result<string, SendOutcome>> => {
  const body = new FormData();
  const suffix = picture.mimeType === 'image/png' ? 'png' : 'jpg';
  body.set(
    'media',
    new Blob([new Uint8Array(picture.bytes)], { type: picture.mimeType }),
    `picture.${suffix}`,
  );
  const query: Record<string, string> = path === 'material/add_material' ? { type: 'image' } : {};
  const reply = await callWithToken({ path, body, query, writes: true }, attempt);
  if (reply.kind !== 'ok') return fail(failedOutcome(reply, attempt, true));
  const value = textMember(reply.body, path === 'media/uploadimg' ? 'url' : 'media_id');
  if (value !== '') return ok(value);
  return fail({
    kind: 'deferred',
    delayMs: 60_000,
    reason: 'transient',
    message: `${path} answered without a value.`,
  });
};
