import type { Command } from 'commander';
import { briefFormatSchema } from '../../../libs/conference/conference.api.js';
import type { ConferenceSummary, ConferenceView } from '../../../libs/conference/conference-view.api.js';
import type { RoutineDutyRow } from '../../../libs/conference/routine-duty.api.js';
import { endingOf } from '../report-file.js';
import { fileOf, listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing conference …`: press conferences with their chain and papers, and who must hold them routinely (Art.29). */
export const conferenceCommand = (): Command =>
  nounOf('conference', '新闻发布会：列出、查看、简报、常规发布 (conferences, over the API)', [
    listOf('/api/conferences', {
      about: '列出发布会，每行一场 (list conferences)',
      unit: '场',
      filters: {
        state: '状态，如 signing (state)',
        kind: 'party、government、own 或 county (kind)',
        organ: '单位 (organ)',
        q: '主题中的词 (words in the theme)',
        from: '举行日期，自 (held from this day)',
        to: '举行日期，至 (until this day)',
      },
      line,
    }),
    showOf('/api/conferences/{id}', {
      about: '一场：时限、审签、材料 (one: clocks, signatures, papers)',
      told,
    }),
    fileOf('/api/conferences/{id}/brief', {
      name: 'brief',
      about: '会后情况简报，.docx 或 .pdf (the brief after it)',
      formatOf: (file) => endingOf(file, briefFormatSchema.options),
    }),
    listOf('/api/routine-duties', {
      name: 'routine',
      about: '常规新闻发布：各单位应做和已做 (who must keep up routine release, and how far they came)',
      unit: '个单位',
      filters: { organ: '单位 (organ)', day: '哪一天所在的周期 (periods that hold this day)' },
      line: duty,
    }),
  ]);

const line = (conference: Omit<ConferenceSummary, 'clock'>): string => {
  const { id, state, kindTitle, organ, theme, startsAt, place, number } = conference;
  return words(id, state, kindTitle, organ.name, theme, startsAt, place, number);
};

const told = (conference: ConferenceView): string =>
  [
    line(conference),
    `  ${conference.name}（${conference.article}），主持 (host) ${conference.host}`,
    ...conference.clocks.map(
      (clock) => `  时限 (clock) ${words(clock.duty, clock.dueAt, clock.state, clock.article)}`,
    ),
    ...conference.chain.groups
      .flat()
      .map(
        ({ title, state, signature }) =>
          `  审签 (signature) ${words(title, state, signature?.signerName, signature?.signedAt)}`,
      ),
    ...conference.materials.items.map(
      ({ kind, required, file }) =>
        `  材料 (paper) ${words(kind, required && '必备 required', file === null ? '未交 missing' : file.name)}`,
    ),
    possible(conference.actions),
  ].join('\n');

const duty = ({ organ, duties }: RoutineDutyRow): string =>
  words(
    organ.id,
    organ.name,
    ...duties.map(
      ({ title, period, done, required, met }) =>
        `${title} ${period} ${done}/${required}${met ? '' : ' 未达到 not met'}`,
    ),
  );
