import { say, type Reason } from '@koujing/kernel';

/** Why a picture is not taken in. */
export const pictureRefusal = {
  notAPicture: say('notAPicture', '文件不是 JPG 或 PNG 图片。', 'The file is not a JPG or PNG picture.', {
    field: 'file',
    allowed: 'image/jpeg, image/png',
  }),
  damaged: (words: string): Reason =>
    say(
      'pictureDamaged',
      '图片已损坏或不合格式，没有收下。请用看图软件打开，确认完整后另存为 JPG 或 PNG，再上传。',
      `The picture is damaged or not as its format demands (${words}). Open it in a viewer, make sure that it is whole, save it as JPG or PNG and upload that.`,
      { field: 'file', allowed: 'image/jpeg, image/png' },
    ),
  animated: say(
    'animatedPicture',
    '这是会动的图片，各渠道只能显示第一帧，没有收下。请另存为静止的图片，再上传。',
    'The picture is animated, and the channels would show its first frame only. Save it as a still one and upload that.',
    { field: 'file', allowed: 'image/jpeg, image/png' },
  ),
  redrawnTooLarge: (bytes: number, limit: number): Reason =>
    say(
      'pictureTooLarge',
      `图片按像素重新编码后为 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限，请缩小后再上传。`,
      `Written anew from its pixels the picture has ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB are taken. Make it smaller and upload it again.`,
      { field: 'file', allowed: `≤ ${limit} bytes` },
    ),
  tooLarge: (bytes: number, limit: number): Reason =>
    say(
      'pictureTooLarge',
      `图片 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限。`,
      `The picture has ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB are taken.`,
      { field: 'file', allowed: `≤ ${limit} bytes` },
    ),
  tooManyPixels: ({ width, height }: { width: number; height: number }, limit: number): Reason =>
    say(
      'pictureTooManyPixels',
      `图片为 ${width}×${height} 像素，超过 ${limit / 10_000} 万像素的上限。`,
      `The picture has ${width}×${height} pixels; at most ${limit / 1_000_000} million are taken.`,
      { field: 'file', allowed: `≤ ${limit} pixels` },
    ),
  tooMany: (limit: number): Reason =>
    say(
      'tooManyPictures',
      `文档中的图片超过 ${limit} 张的上限，请删减后再导入。`,
      `The document holds more than ${limit} pictures; take some out and import it again.`,
      { field: 'file', allowed: `≤ ${limit}` },
    ),
  inDocument: (place: number, { message, messageEn, ...reason }: Reason): Reason => ({
    ...reason,
    message: `文档中的第 ${place} 张图片：${message}`,
    messageEn: `Picture ${place} of the document: ${messageEn}`,
  }),
} as const;

export const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
