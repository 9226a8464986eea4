import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../../api/register-questions.js';
import { releasesQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';

const Interpretations = () => {
  const text = useWords(registerWords);
  const known = useQuery(registerQuery('expert', { pageSize: 200 }));
  const texts = useQuery(releasesQuery({ pageSize: 50 }));
  const experts = known.data?.items ?? [];
  const releases = texts.data?.items ?? [];
  const nameOf = (id: unknown): string =>
    String(experts.find((expert) => expert.id === id)?.detail['name'] ?? text.formerExpert);
  return (
    <RegisterPanel
      register="expertInterpretation"
      from={[known, texts]}
      noReplace
      heads={[text.release, text.expert, text.note]}
      fields={[
        {
          ...{ name: 'releaseId', label: text.release, kind: 'select' },
          options: releases.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
        },
        {
          ...{ name: 'expertId', label: text.expert, kind: 'select' },
          options: experts.map(({ id, detail }) => ({
            value: id,
            label: `${String(detail['name'])} · ${String(detail['field'])}`,
          })),
        },
        { name: 'note', label: text.note, kind: 'area', optional: true },
      ]}
      cellsOf={({ release, detail }) => [
        release !== null && (
          <Link key="release" to="/releases/$id" params={{ id: release.id }} className="title-link">
            {release.title}
          </Link>
        ),
        nameOf(detail['expertId']),
        String(detail['note']),
      ]}
    />
  );
};

/** Experts, what they explained, and training (Art.11, 43). */
export const PeopleTab = () => {
  const text = useWords(registerWords);
  return (
    <>
      <RegisterPanel
        register="expert"
        heads={[text.expert, text.field, text.contact]}
        fields={[
          { name: 'name', label: text.expert },
          { name: 'field', label: text.field },
          { name: 'contact', label: text.contact, help: text.contactHelp },
        ]}
        cellsOf={({ detail }) => [
          <strong key="name">{detail['name']}</strong>,
          detail['field'],
          detail['contact'] === '' ? <span className="quiet">{text.contactHidden}</span> : detail['contact'],
        ]}
      />
      <Interpretations />
      <RegisterPanel
        register="training"
        heads={[text.topic, text.heldOn, text.attendees]}
        fields={[
          { name: 'topic', label: text.topic },
          { name: 'heldOn', label: text.heldOn, kind: 'date' },
          { name: 'attendees', label: text.attendees, kind: 'area' },
          { name: 'note', label: text.note, optional: true },
        ]}
        cellsOf={({ detail }) => [
          <div key="topic">
            <strong>{detail['topic']}</strong>
            {detail['note'] !== '' && <p className="quiet">{detail['note']}</p>}
          </div>,
          detail['heldOn'],
          detail['attendees'],
        ]}
      />
    </>
  );
};
