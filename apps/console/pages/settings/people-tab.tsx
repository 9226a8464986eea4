import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/language.js';
import { ExpertPick, ReleasePick } from '../../parts/press-picks.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';

const Interpretations = () => {
  const text = useWords(registerWords);
  return (
    <RegisterPanel
      register="expertInterpretation"
      noReplace
      heads={[text.release, text.expert, text.note]}
      fields={[
        {
          ...{ name: 'releaseId', label: text.release, kind: 'pick' },
          pick: (props) => <ReleasePick {...props} />,
        },
        {
          ...{ name: 'expertId', label: text.expert, kind: 'pick' },
          pick: (props) => <ExpertPick {...props} />,
        },
        { name: 'note', label: text.note, kind: 'area', optional: true },
      ]}
      cellsOf={({ release, expert, detail }) => [
        release !== null && (
          <Link key="release" to="/releases/$id" params={{ id: release.id }} className="title-link">
            {release.title}
          </Link>
        ),
        expert?.name,
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
