import { serverDate } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import type { OrganRoster, RosterEntryView } from '../../api/contract.js';
import { rosterQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { wallTime } from '../../parts/city-time.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field, FieldValues } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { words } from './words.js';

interface DialogProps {
  readonly roster: OrganRoster;
  readonly onClose: () => void;
}

const today = (): string => wallTime(serverDate()).slice(0, 10);

const bodyOf = (values: FieldValues, replaces: RosterEntryView | null) => {
  const temporary = values['post'] === 'temporary';
  return {
    ...values,
    post: temporary ? 'spokesperson' : values['post'],
    temporary,
    topic: temporary ? values['topic'] : '',
    untilOn: temporary ? values['untilOn'] : null,
    replaces: replaces?.id ?? null,
  };
};

export const AppointDialog = ({
  roster,
  replaces,
  onClose,
}: DialogProps & { replaces: RosterEntryView | null }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const roll = useQuery(rosterQuery({ pageSize: 1 }));
  const ranks = roll.data?.ranks ?? [];
  const isTemporary = (values: FieldValues): boolean => values['post'] === 'temporary';
  const posts = { ...text.posts, temporary: text.temporary };
  const fields: readonly Field[] = [
    ...(replaces === null
      ? [
          {
            ...{ name: 'post', label: text.post, kind: 'select' as const },
            options: optionsOf(posts),
          },
        ]
      : []),
    { name: 'topic', label: text.topic, when: isTemporary },
    { name: 'name', label: text.name },
    { name: 'title', label: text.jobTitle },
    {
      ...{ name: 'rank', label: text.rank, help: text.rankHelp, kind: 'select' },
      options: ranks.map(({ rank, title, titleEn = title }) => ({
        value: rank,
        label: language === 'en' ? titleEn : title,
      })),
    },
    { name: 'rankReason', label: text.rankReason, help: text.rankReasonHelp, optional: true },
    { name: 'phone', label: text.phone, help: text.phoneHelp, optional: true },
    { name: 'fromOn', label: text.fromOn, kind: 'date' },
    { name: 'untilOn', label: text.untilOn, kind: 'date', when: isTemporary },
  ];
  return (
    <FormDialog
      title={replaces === null ? text.appoint : text.replaceWho(replaces.name)}
      fields={fields}
      from={[roll]}
      initial={{
        ...{ post: replaces?.post ?? 'spokesperson', topic: '', name: '', title: '', rank: '' },
        ...{ rankReason: '', phone: '', fromOn: today(), untilOn: '' },
      }}
      deed={(values) => ({
        ...{ path: `/roster/${roster.organ.id}/entries`, method: 'POST' },
        body: bodyOf(values, replaces),
      })}
      onClose={onClose}
    />
  );
};

export const EndDialog = ({ entry, onClose }: { entry: RosterEntryView; onClose: () => void }) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.endWho(entry.name)}
      fields={[
        { name: 'untilOn', label: text.untilOn, kind: 'date' },
        { name: 'reason', label: text.reason, help: text.endHelp },
      ]}
      initial={{ untilOn: today(), reason: '' }}
      deed={(body) => ({ path: `/roster/entries/${entry.id}/end`, method: 'POST', body })}
      onClose={onClose}
    />
  );
};

export const FileDialog = ({ roster, onClose }: DialogProps) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.fileWhose(roster.organ.shortName)}
      okText={text.file}
      fields={[{ name: 'note', label: text.note, kind: 'area', optional: true, help: text.fileHelp }]}
      initial={{ note: '' }}
      deed={(body) => ({ path: `/roster/${roster.organ.id}/filings`, method: 'POST', body })}
      onClose={onClose}
    />
  );
};
