import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChatDestinationView, ChatList } from '../../../api/contract.js';
import { chatsQuery } from '../../../api/settings-questions.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { Sheet } from '../../../parts/sheet.js';
import { StateTag, type Tone } from '../../../parts/state-tag.js';
import { AddDialog, ReviseDialog, TrialDialog } from './chat-dialogs.js';
import { words } from './words.js';

type Open = { readonly deed: 'add' } | { readonly deed: 'revise' | 'trial'; readonly id: string } | null;
type Trouble = ChatDestinationView['troubles'][number];

interface ChatProps {
  readonly chat: ChatDestinationView;
  readonly list: ChatList;
}

const tones: Readonly<Record<Trouble['state'], Tone>> = {
  planned: 'warning',
  sending: 'info',
  sent: 'success',
  failed: 'error',
  unknown: 'warning',
};

const Group = ({ chat }: Pick<ChatProps, 'chat'>) => {
  const text = useWords(words);
  return (
    <>
      <strong>{chat.name}</strong>
      {!chat.enabled && <StateTag tone="quiet">{text.off}</StateTag>}
      <p className="quiet">
        {chat.organ.name} · {text.platforms[chat.platform]} · {chat.hint}
        {chat.signed && ` · ${text.signed}`}
      </p>
    </>
  );
};

const What = ({ chat, list }: ChatProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const told = list.kinds.filter(({ key }) => chat.kinds.includes(key));
  return (
    <details>
      <summary>{text.told(told.length)}</summary>
      <ul className="plain-list">
        {told.map(({ key, name, sentence }) => (
          <li key={key}>
            {name[language]} <span className="quiet">{sentence[language]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const How = ({ chat, list }: ChatProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const nameOf = (kind: string): string => list.kinds.find(({ key }) => key === kind)?.name[language] ?? kind;
  return (
    <>
      <p>{chat.lastSentAt === null ? text.neverSent : text.lastSent(cityTime(chat.lastSentAt, language))}</p>
      {chat.troubles.length > 0 && (
        <ul className="plain-list">
          {chat.troubles.map((trouble) => (
            <li key={trouble.id}>
              <StateTag tone={tones[trouble.state]}>{text.states[trouble.state]}</StateTag>{' '}
              {nameOf(trouble.kind)} · {cityTime(trouble.createdAt, language)}
              <p className="quiet">
                {[text.tries(trouble.attempts), trouble.message ?? '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Group chats that notices go to, with what they are told and how it fares. */
export const ChatsTab = () => {
  const text = useWords(words);
  const chats = useQuery(chatsQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <Answer of={chats} rows={5}>
      {(list) => {
        const chat =
          open === null || open.deed === 'add' ? undefined : list.items.find(({ id }) => id === open.id);
        return (
          <>
            <div className="panel-head">
              <p className="quiet">{text.lead}</p>
              <ReasonedButton
                type="primary"
                label={text.add}
                reasons={list.actions.add.reasons}
                onClick={() => setOpen({ deed: 'add' })}
              />
            </div>
            {list.items.length === 0 ? (
              <EmptyNote sentence={text.empty} />
            ) : (
              <Sheet
                heads={[text.group, text.what, text.how, '']}
                rows={list.items.map((item) => ({
                  key: item.id,
                  cells: [
                    <Group key="group" chat={item} />,
                    <What key="what" chat={item} list={list} />,
                    <How key="how" chat={item} list={list} />,
                    <div key="deeds" className="row-deeds">
                      <ReasonedButton
                        label={text.trial}
                        name={text.trialWhich(item.name)}
                        reasons={item.actions.trial.reasons}
                        onClick={() => setOpen({ deed: 'trial', id: item.id })}
                      />
                      <ReasonedButton
                        label={text.revise}
                        name={text.reviseWhich(item.name)}
                        reasons={item.actions.revise.reasons}
                        onClick={() => setOpen({ deed: 'revise', id: item.id })}
                      />
                    </div>,
                  ],
                }))}
              />
            )}
            {open?.deed === 'add' && <AddDialog list={list} onClose={close} />}
            {chat !== undefined && open?.deed === 'revise' && (
              <ReviseDialog {...{ list, chat }} onClose={close} />
            )}
            {chat !== undefined && open?.deed === 'trial' && <TrialDialog chat={chat} onClose={close} />}
          </>
        );
      }}
    </Answer>
  );
};
