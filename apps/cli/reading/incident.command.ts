import type { Command } from 'commander';
import type { IncidentSummary, IncidentView } from '../../../libs/incident/incident.api.js';
import { listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing incident …`: emergencies, who answers for them, their clocks and the chain of releases. */
export const incidentCommand = (): Command =>
  nounOf('incident', '突发事件：列出、查看 (incidents, over the API)', [
    listOf('/api/incidents', {
      about: '列出突发事件，每行一件 (list incidents)',
      unit: '件',
      filters: { state: 'open 或 closed (state)', q: '名称中的词 (words in the title)' },
      line,
    }),
    showOf('/api/incidents/{id}', {
      about: '一件：负责单位、时限、数字和发布链 (one: who answers, clocks, figures, chain)',
      told,
    }),
  ]);

const line = (incident: Omit<IncidentSummary, 'releases'>): string => {
  const { id, state, level, responsible, title, place, dueAt, overdue } = incident;
  return words(id, state, level, responsible.name, title, place, dueAt, overdue && '已逾期 overdue');
};

const told = (incident: IncidentView): string =>
  [
    line(incident),
    `  ${incident.responsibility.message}（${incident.responsibility.article}）`,
    ...incident.clocks.map(
      ({ duty, organ, dueAt, state, overdue }) =>
        `  时限 (clock) ${words(duty, organ.name, dueAt, state, overdue && '已逾期 overdue')}`,
    ),
    ...incident.figures.map(
      ({ asOf, source, figures }) =>
        `  数字 (figures) 截至 ${asOf}，${source}：${Object.entries(figures)
          .map(([name, count]) => `${name} ${count}`)
          .join('，')}`,
    ),
    ...incident.chain.map(
      ({ label, organ, number, title, releasedAt }) =>
        `  ${label} ${words(organ.name, number, title, releasedAt)}`,
    ),
    ...incident.pending.map(
      ({ organ, title, state, bars }) =>
        `  未发 (pending) ${words(organ.name, title, state)}${bars.map(({ message }) => `\n    ${message}`).join('')}`,
    ),
    possible(incident.actions),
  ].join('\n');
