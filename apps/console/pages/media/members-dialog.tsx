import { Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailingListView } from '../../api/press-contract.js';
import { reportersQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { Labelled } from '../../parts/labelled.js';
import { Pages } from '../../parts/pages.js';
import { ReporterPick } from '../../parts/press-picks.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { Departures } from './departures.js';
import { words } from './words.js';

interface MembersDialogProps {
  readonly list: MailingListView;
  readonly onClose: () => void;
}

const pageSize = 20;

/** Who is on a list; on one that is kept by name, members are added and taken off here. */
export const MembersDialog = ({ list, onClose }: MembersDialogProps) => {
  const text = useWords(words);
  const [page, setPage] = useState(1);
  const members = useQuery(reportersQuery({ list: list.id, page, pageSize }));
  const deed = useDeed();
  const byName = list.rule === null;
  const reasons = members.data?.actions.edit.reasons;
  const change = (body: { readonly add: string[] } | { readonly remove: string[] }): void =>
    deed.mutate({ path: `/media/lists/${list.id}/members`, body });
  return (
    <Modal open title={`${text.seeMembers} · ${list.name}`} footer={null} onCancel={onClose}>
      {!byName && <p className="quiet">{text.ruleHelp}</p>}
      {byName && reasons !== undefined && <ReasonList reasons={reasons} />}
      {byName && reasons?.length === 0 && (
        <Labelled id="member-add" label={text.addMember}>
          <ReporterPick
            id="member-add"
            value=""
            placeholder={text.search}
            onChange={(id) => id !== '' && change({ add: [id] })}
          />
        </Labelled>
      )}
      <Answer of={members} rows={6}>
        {(data) => (
          <Pages of={data} empty={<p className="quiet">{text.noMembers}</p>} onPage={setPage}>
            <ul className="line-list member-list">
              {data.items.map(({ id, name, outletName, address, suppressed }) => (
                <li key={id}>
                  <div>
                    <strong>{name}</strong> {outletName}
                    <p className="quiet">
                      {address}{' '}
                      {suppressed !== null && <StateTag tone="warning">{text.causes[suppressed]}</StateTag>}
                    </p>
                  </div>
                  {byName && (
                    <ReasonedButton
                      size="small"
                      label={text.removeMember}
                      reasons={reasons}
                      loading={deed.isPending}
                      onClick={() => change({ remove: [id] })}
                    />
                  )}
                </li>
              ))}
            </ul>
          </Pages>
        )}
      </Answer>
      {deed.isError && <RefusalNotice error={deed.error} />}
      <Departures listId={list.id} />
      <p className="quiet">{text.stopHelp}</p>
    </Modal>
  );
};
