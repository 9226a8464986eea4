import type { Command } from 'commander';
import type { OrganView } from '../../../libs/organ/organ.api.js';
import type { EntryView, OrganRoster, PublicationList, RosterRow } from '../../../libs/roster/roster.api.js';
import { fileOf, listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing organ list`: the organs with the ids that other commands take. */
export const organCommand = (): Command =>
  nounOf('organ', '单位名单 (organs, over the API)', [
    listOf('/api/organs', {
      about: '列出单位，每行一个 (list organs)',
      unit: '个',
      paged: false,
      line: organLine,
    }),
  ]);

const organLine = ({ id, name, shortName, kind, level, releaseUnit }: OrganView): string =>
  words(id, name, shortName, kind, level, releaseUnit);

/** `koujing roster …`: spokespersons, and the lists that were published (Art.8, 9). */
export const rosterCommand = (): Command =>
  nounOf('roster', '发言人名单：列出、查看、历年公布 (the roster, over the API)', [
    listOf('/api/roster', {
      about: '列出各单位的发言人和备案 (list organs with their spokespersons)',
      unit: '个单位',
      filters: { q: '名称中的词 (words)', only: 'lacking、pending 或 overdue (only these)' },
      line,
    }),
    showOf('/api/roster/{organId}', {
      by: 'organId',
      about: '一个单位：在任、历任和备案 (one organ: who holds and held the posts, and its filings)',
      told,
    }),
    listOf('/api/roster-publications', {
      name: 'publications',
      about: '历年公布的名单 (the lists of the years)',
      unit: '份',
      paged: false,
      line: publication,
    }),
    fileOf('/api/roster-publications/{id}/csv', { about: '一份公布的名单，CSV (one of them as CSV)' }),
  ]);

const person = ({ post, name, title, fromOn, untilOn }: EntryView): string =>
  words(post, name, title, `${fromOn}—${untilOn ?? ''}`);

const line = ({ organ, spokespersons, pressAssistants, lacks, filing }: RosterRow): string =>
  words(
    ...[organ.id, organ.name],
    ...[...spokespersons, ...pressAssistants].map(({ name }) => name),
    lacks.length > 0 && `缺 (lacks) ${lacks.join('、')}`,
    filing.overdue && '备案逾期 (filing overdue)',
  );

const told = (roster: OrganRoster): string =>
  [
    line(roster),
    ...[...roster.spokespersons, ...roster.pressAssistants, ...roster.temporary].map(
      (entry) => `  在任 (holds) ${person(entry)}`,
    ),
    ...roster.history.filter(({ active }) => !active).map((entry) => `  曾任 (held) ${person(entry)}`),
    ...roster.filings.map(({ filedAt, filedBy, note }) => `  备案 (filed) ${words(filedAt, filedBy, note)}`),
    possible(roster.actions),
  ].join('\n');

const publication = (row: PublicationList['items'][number]): string =>
  words(
    ...[row.id, `${row.year}`, row.publishedAt, row.publishedBy],
    ...[`${row.organs} 个单位，${row.persons} 人`, row.digest.slice(0, 12)],
  );
