import { Quoting } from '../../parts/quoting.js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ViolationView } from '../../api/contract.js';
import { violationQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { FactList } from '../../parts/fact-list.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { OpenSince } from './open-since.js';
import { ViolationState } from './violation-state.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const route = getRouteApi('/violations/$id');

const Evidence = ({ violation }: { violation: ViolationView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.evidence}</h2>
      <p>
        <StateTag tone={violation.evidenceIntact ? 'success' : 'error'}>
          {violation.evidenceIntact ? text.intact : text.altered}
        </StateTag>{' '}
        <small className="quiet">{violation.evidenceDigest.slice(0, 12)}…</small>
      </p>
      <ul className="line-list">
        {violation.evidence.map((piece, place) => (
          <li key={`${piece.kind} ${piece.id} ${String(place)}`}>
            <Quoting>{language === 'en' ? (piece.textEn ?? piece.text) : piece.text}</Quoting>
            <p className="quiet">{piece.at !== null && cityTime(piece.at, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Facts = ({ violation }: { violation: ViolationView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { consequence, consequenceBy, consequenceAt } = violation;
  return (
    <FactList
      rows={[
        [text.organ, violation.organ.name],
        [text.matter, text.kinds[violation.kind]],
        [text.article, cited(violation.article, language)],
        [text.since, cityTime(violation.occurredAt, language)],
        [text.told, <OpenSince key="told" of={violation} />],
        ...(consequence === null || consequenceBy === null || consequenceAt === null
          ? []
          : [
              [text.consequence, text.consequences[consequence]] as const,
              [text.explain, violation.consequenceText] as const,
              [text.record, text.by(consequenceBy.name, cityTime(consequenceAt, language))] as const,
            ]),
        ...(violation.endNote === '' ? [] : [[text.reason, violation.endNote] as const]),
      ]}
    />
  );
};

type Asked = 'consequence' | 'close' | 'dismiss';

const Whole = ({ violation }: { violation: ViolationView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [asking, setAsking] = useState<Asked | null>(null);
  const done = (): void => setAsking(null);
  const { recordConsequence, close, dismiss } = violation.actions;
  const consequences = optionsOf(text.consequences);
  const recording = {
    fields: [
      { name: 'consequence', label: text.consequence, kind: 'select', options: consequences },
      { name: 'text', label: text.explain, kind: 'area' },
    ] satisfies Field[],
    initial: { consequence: 'none', text: '' },
  };
  const reasoning = {
    fields: [{ name: 'reason', label: text.reason, kind: 'area' }] satisfies Field[],
    initial: { reason: '' },
  };
  const titles = { consequence: text.record, close: text.close, dismiss: text.dismiss } as const;
  return (
    <Page
      title={violation.title}
      crumbs={<Link to="/violations">{text.title}</Link>}
      lead={<ViolationState of={violation} />}
      actions={
        <>
          <ReasonedButton
            type="primary"
            label={text.record}
            reasons={recordConsequence.reasons}
            onClick={() => setAsking('consequence')}
          />
          <ReasonedButton label={text.close} reasons={close.reasons} onClick={() => setAsking('close')} />
          <ReasonedButton
            label={text.dismiss}
            reasons={dismiss.reasons}
            onClick={() => setAsking('dismiss')}
          />
        </>
      }
    >
      <div className="today-columns">
        <div>
          <section className="panel">
            <p className="note">{language === 'zh' ? violation.act : violation.actEn}</p>
            <p>
              <Link to={violation.link}>{text.subject}</Link>
            </p>
          </section>
          <Evidence violation={violation} />
        </div>
        <Facts violation={violation} />
      </div>
      {asking !== null && (
        <FormDialog
          title={titles[asking]}
          okText={titles[asking]}
          {...(asking === 'consequence' ? recording : reasoning)}
          deed={(body) => ({ path: `/violations/${violation.id}/${asking}`, body })}
          onClose={done}
        />
      )}
    </Page>
  );
};

export const ViolationPage = () => {
  const { id } = route.useParams();
  const violation = useQuery(violationQuery(id));
  return <PageAnswer of={violation}>{(read) => <Whole violation={read} />}</PageAnswer>;
};
