import type { ReleaseForm } from '../plan/release-form.api.js';

/** The forms of Art.16 as a clerk writes them. */
export const formNames: Readonly<Record<ReleaseForm, string>> = {
  pressConference: '新闻发布会',
  briefing: '吹风会',
  exclusiveInterview: '专访',
  groupInterview: '集体采访',
  pressRelease: '新闻通稿',
  telephone: '电话答复',
  fax: '传真答复',
  email: '电子邮件答复',
  newMedia: '新媒体发布',
};
