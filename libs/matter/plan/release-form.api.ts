import { z } from 'zod';

/** The forms of Art.16: 发布会 · 吹风会 · 专访 · 集体采访 · 新闻通稿 · 电话 · 传真 · 电子邮件 · 新媒体. */
export const releaseFormSchema = z.enum([
  'pressConference',
  'briefing',
  'exclusiveInterview',
  'groupInterview',
  'pressRelease',
  'telephone',
  'fax',
  'email',
  'newMedia',
]);
export type ReleaseForm = z.infer<typeof releaseFormSchema>;
