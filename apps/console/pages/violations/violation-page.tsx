import { Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { violationSchema, type ViolationView } from '../../api/contract.js';
import { violationQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyButton } from '../../parts/duty-button.js';
import { FactList } from '../../parts/fact-list.js';
import { Page } from '../../parts/page.js';
import { StateTag } from '../../parts/state-tag.js';
import { TextDialog } from '../../parts/text-dialog.js';
import { useDeed } from '../../parts/use-deed.js';
import { ViolationState } from './violation-state.js';
import { words } from './words.js';

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
            {piece.text}
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
        [text.article, violation.article],
        [text.since, cityTime(violation.occurredAt, language)],
        [text.established, cityTime(violation.establishedAt, language)],
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
  const [consequence, setConsequence] = useState<'none' | 'badInfluence'>('none');
  const done = (): void => setAsking(null);
  const deed = useDeed(violationSchema, done);
  const path = `/violations/${violation.id}`;
  const { recordConsequence, close, dismiss } = violation.actions;
  const titles = { consequence: text.record, close: text.close, dismiss: text.dismiss } as const;
  const send = (given: string): void => {
    if (asking === null) return;
    const body = asking === 'consequence' ? { consequence, text: given } : { reason: given };
    deed.mutate({ path: `${path}/${asking}`, body });
  };
  return (
    <Page
      title={violation.title}
      crumbs={<Link to="/violations">{text.title}</Link>}
      lead={<ViolationState of={violation} />}
      actions={
        <>
          <DutyButton
            primary
            label={text.record}
            of={recordConsequence}
            onChoose={() => setAsking('consequence')}
          />
          <DutyButton label={text.close} of={close} onChoose={() => setAsking('close')} />
          <DutyButton label={text.dismiss} of={dismiss} onChoose={() => setAsking('dismiss')} />
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
        <TextDialog
          title={titles[asking]}
          label={asking === 'consequence' ? text.explain : text.reason}
          busy={deed.isPending}
          error={deed.error}
          onDone={send}
          onClose={done}
        >
          {asking === 'consequence' && (
            <Radio.Group
              value={consequence}
              options={Object.entries(text.consequences).map(([value, label]) => ({ value, label }))}
              onChange={({ target }) => setConsequence(target.value as 'none' | 'badInfluence')}
            />
          )}
        </TextDialog>
      )}
    </Page>
  );
};

export const ViolationPage = () => {
  const { id } = route.useParams();
  const violation = useQuery(violationQuery(id));
  if (violation.data !== undefined) return <Whole violation={violation.data} />;
  return (
    <div className="page">
      <Answer of={violation}>{() => null}</Answer>
    </div>
  );
};
