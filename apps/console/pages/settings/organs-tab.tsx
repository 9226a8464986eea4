import { Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganView } from '../../api/contract.js';
import { issuersQuery, organsQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cited } from '../../parts/cited.js';
import { Answer } from '../../parts/answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { DutyPanel } from './duty-panel.js';
import { IssuerDialog, OrganDialog } from './organ-dialog.js';
import { Sheet } from '../../parts/sheet.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

type Open = { readonly organ: OrganView | null } | { readonly issuer: string | null } | null;

const Name = ({ organ, organs }: { organ: OrganView; organs: readonly OrganView[] }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const parent = organs.find(({ id }) => id === organ.parentId);
  return (
    <>
      <strong>{organ.name}</strong>
      <p className="quiet">
        {listed([organ.shortName, ...organ.aliases])}
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

const Issuers = ({ onOpen }: { onOpen: (subject: string | null) => void }) => {
  const { language } = useLanguage();
  const { listed } = usePunctuation();
  const text = useWords(words);
  const issuers = useQuery(issuersQuery);
  const reasons = issuers.data?.actions.edit.reasons;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.issuers}</h2>
        <ReasonedButton label={text.addIssuer} reasons={reasons} onClick={() => onOpen(null)} />
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
                listed(issuer.organs.map(({ name }) => name)),
                cited(issuer.basis, language),
                <ReasonedButton
                  key="edit"
                  label={text.edit}
                  name={`${text.edit} ${issuer.subject}`}
                  reasons={reasons}
                  onClick={() => onOpen(issuer.subject)}
                />,
              ],
            }))}
          />
        )}
      </Answer>
    </section>
  );
};

export const OrgansTab = () => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const organs = useQuery(organsQuery);
  const [open, setOpen] = useState<Open>(null);
  const [wanted, setWanted] = useState('');
  const reasons = organs.data?.actions.edit.reasons;
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
        <ReasonedButton
          type="primary"
          label={text.addOrgan}
          reasons={reasons}
          onClick={() => setOpen({ organ: null })}
        />
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
                  listed(organ.remit),
                  organ.releaseUnit === '' ? (
                    <StateTag key="unit" tone="error">
                      {text.noUnit}
                    </StateTag>
                  ) : (
                    organ.releaseUnit
                  ),
                  organ.kind !== 'imported' && (
                    <ReasonedButton
                      key="edit"
                      label={text.edit}
                      name={`${text.edit} ${organ.shortName}`}
                      reasons={reasons}
                      onClick={() => setOpen({ organ })}
                    />
                  ),
                ],
              }))}
          />
        )}
      </Answer>
      <DutyPanel />
      <Issuers onOpen={(issuer) => setOpen({ issuer })} />
      {open !== null && 'organ' in open && (
        <OrganDialog organ={open.organ} organs={organs.data?.items ?? []} onClose={done} />
      )}
      {open !== null && 'issuer' in open && (
        <IssuerDialog subject={open.issuer} organs={organs.data?.items ?? []} onClose={done} />
      )}
    </>
  );
};
