import { Flex, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import {
  type issuedLinkSchema,
  type IssuedLink,
  type LinkView,
  type OutletView,
} from '../../api/press-contract.js';
import { outletLinkQuery } from '../../api/press-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { answeredWith, FormDialog } from '../../parts/form-dialog.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './link-words.js';

const tones: Readonly<Record<NonNullable<LinkView['link']>['state'], Tone>> = {
  inForce: 'success',
  expired: 'quiet',
  revoked: 'quiet',
};

const Standing = ({ of }: { readonly of: NonNullable<LinkView['link']> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const at = (instant: string): string => cityTime(instant, language);
  return (
    <p>
      <StateTag tone={tones[of.state]}>{text.states[of.state]}</StateTag> {text.to(at(of.expiresAt))}
      <br />
      <span className="quiet">
        {text.issuedBy(of.issuedBy, at(of.issuedAt))}{' '}
        {of.openedAt === null ? text.unopened : text.opened(at(of.openedAt))}
      </span>
    </p>
  );
};

/** Who of the outlet looked at what before its hour. */
const Openings = ({ of }: { readonly of: LinkView['openings'] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <>
      <h2>{text.openings}</h2>
      {of.length === 0 && <p className="quiet">{text.noOpenings}</p>}
      <ul className="plain-list">
        {of.map((one) => (
          <li key={`${one.releaseId} ${one.version} ${one.place}`}>
            <Link to="/releases/$id" params={{ id: one.releaseId }}>
              {one.title}
            </Link>
            <p className="quiet">
              {text.look(text.places[one.place as keyof typeof text.places] ?? one.place, one.version)} ·{' '}
              {text.times(one.times, cityTime(one.lastAt, language))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The link that opens an outlet's page: issued, replaced, revoked; it is shown once. */
export const LinkDialog = ({
  of: outlet,
  onClose,
}: {
  readonly of: OutletView;
  readonly onClose: () => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const view = useQuery(outletLinkQuery(outlet.id));
  const [asked, setAsked] = useState<'issue' | 'revoke' | null>(null);
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const close = (): void => setAsked(null);
  const path = `/media/outlets/${outlet.id}/link`;
  return (
    <>
      <Modal open title={text.title(outlet.name)} footer={null} onCancel={onClose}>
        <p>{text.lead}</p>
        <Answer of={view} rows={3}>
          {({ link, openings, actions }) => (
            <Flex vertical gap={16}>
              {link === null ? <p className="quiet">{text.none}</p> : <Standing of={link} />}
              <div className="row-deeds">
                <ReasonedButton
                  type="primary"
                  label={link?.state === 'inForce' ? text.replace : text.issue}
                  reasons={actions.issue.reasons}
                  onClick={() => setAsked('issue')}
                />
                <ReasonedButton
                  label={text.revoke}
                  reasons={actions.revoke.reasons}
                  onClick={() => setAsked('revoke')}
                />
              </div>
              <Openings of={openings} />
            </Flex>
          )}
        </Answer>
      </Modal>
      {asked === 'issue' && (
        <FormDialog
          title={text.issue}
          lead={text.issueLead}
          okText={text.issue}
          fields={[{ name: 'days', label: text.days, help: text.daysHelp, kind: 'number' }]}
          initial={{ days: '180' }}
          answered={answeredWith<typeof issuedLinkSchema>(setIssued)}
          deed={(values) => ({ path, method: 'POST', body: { days: Number(values['days']) } })}
          onClose={close}
        />
      )}
      {asked === 'revoke' && (
        <FormDialog
          title={text.revoke}
          lead={text.revokeLead}
          okText={text.revoke}
          fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
          initial={{ reason: '' }}
          deed={(body) => ({ path: `${path}/revocation`, method: 'POST', body })}
          onClose={close}
        />
      )}
      {issued !== null && (
        <ShownOnce
          title={text.shown}
          lead={text.shownLead}
          secret={{ name: text.link, value: issued.url }}
          facts={[{ name: text.until, value: cityTime(issued.expiresAt, language) }]}
          onClose={() => setIssued(null)}
        />
      )}
    </>
  );
};
