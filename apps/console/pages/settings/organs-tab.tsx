import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganView } from '../../api/contract.js';
import { issuersQuery, organsQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { StateTag } from '../../parts/state-tag.js';
import { IssuerDialog, OrganDialog } from './organ-dialog.js';
import { Sheet } from './sheet.js';
import { words } from './words.js';

type Open = { readonly organ: OrganView | null } | { readonly issuer: string | null } | null;

const Name = ({ organ, organs }: { organ: OrganView; organs: readonly OrganView[] }) => {
  const text = useWords(words);
  const parent = organs.find(({ id }) => id === organ.parentId);
  return (
    <>
      <strong>{organ.name}</strong>
      <p className="quiet">
        {[organ.shortName, ...organ.aliases].join('、')}
        {parent !== undefined && ` · ${text.parent} ${parent.shortName}`}
      </p>
      {organ.hats !== null && (
        <p className="quiet">
          {text.hatParty} {organ.hats.party}
          <br />
          {text.hatGovernment} {organ.hats.government}
        </p>
      )}
    </>
  );
};

const Kind = ({ organ }: { organ: OrganView }) => {
  const text = useWords(words);
  return (
    <>
      {text.kinds[organ.kind as keyof typeof text.kinds] ?? organ.kind} ·{' '}
      {text.levels[organ.level as keyof typeof text.levels] ?? organ.level}
      {organ.byReference && <p className="quiet">{text.byReference}</p>}
    </>
  );
};

const Issuers = ({ edits, onOpen }: { edits: boolean; onOpen: (subject: string | null) => void }) => {
  const text = useWords(words);
  const issuers = useQuery(issuersQuery);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.issuers}</h2>
        {edits && <Button onClick={() => onOpen(null)}>{text.addIssuer}</Button>}
      </div>
      <p className="quiet">{text.issuersHelp}</p>
      <Answer of={issuers} rows={3}>
        {({ items }) => (
          <Sheet
            heads={[text.subject, text.onlyOrgans, text.basis, '']}
            rows={items.map((issuer) => ({
              key: issuer.subject,
              cells: [
                issuer.subject,
                issuer.organs.map(({ name }) => name).join('、'),
                issuer.basis,
                edits && <Button onClick={() => onOpen(issuer.subject)}>{text.edit}</Button>,
              ],
            }))}
          />
        )}
      </Answer>
    </section>
  );
};

export const OrgansTab = () => {
  const text = useWords(words);
  const session = useSession().data;
  const organs = useQuery(organsQuery);
  const [open, setOpen] = useState<Open>(null);
  const [wanted, setWanted] = useState('');
  const edits = hasRole(session, 'administrator');
  const done = (): void => setOpen(null);
  return (
    <>
      <div className="filters">
        <Input
          className="filter-search"
          allowClear
          value={wanted}
          placeholder={text.findOrgan}
          aria-label={text.findOrgan}
          onChange={(event) => setWanted(event.target.value)}
        />
        {edits && (
          <Button type="primary" onClick={() => setOpen({ organ: null })}>
            {text.addOrgan}
          </Button>
        )}
      </div>
      <Answer of={organs} rows={10}>
        {({ items }) => (
          <Sheet
            heads={[text.organ, text.kind, text.remit, text.unit, '']}
            rows={items
              .filter(({ name, shortName }) => `${name} ${shortName}`.includes(wanted.trim()))
              .map((organ) => ({
                key: organ.id,
                cells: [
                  <Name key="name" organ={organ} organs={items} />,
                  <Kind key="kind" organ={organ} />,
                  organ.remit.join('、'),
                  organ.releaseUnit === '' ? (
                    <StateTag key="unit" tone="error">
                      {text.noUnit}
                    </StateTag>
                  ) : (
                    organ.releaseUnit
                  ),
                  edits && organ.kind !== 'imported' && (
                    <Button key="edit" onClick={() => setOpen({ organ })}>
                      {text.edit}
                    </Button>
                  ),
                ],
              }))}
          />
        )}
      </Answer>
      <Issuers edits={edits} onOpen={(issuer) => setOpen({ issuer })} />
      {open !== null && 'organ' in open && (
        <OrganDialog organ={open.organ} organs={organs.data?.items ?? []} onClose={done} />
      )}
      {open !== null && 'issuer' in open && (
        <IssuerDialog subject={open.issuer} organs={organs.data?.items ?? []} onClose={done} />
      )}
    </>
  );
};
