import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import type { ConcernView, ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { contentCheckWords } from './content-check-words.js';
import { NoteDialog } from './note-dialog.js';
import { cited } from '../../parts/cited.js';

const tones = { found: 'success', ticked: 'success', missing: 'warning' } as const;

/** What this kind of release must say, with the sentence that says it (Art.13, 23). */
const Elements = ({ page }: { page: ReleasePage }) => {
  const text = useWords(contentCheckWords);
  const { language } = useLanguage();
  return (
    <ul className="signatures">
      {page.contentCheck.elements.map(({ element, title, titleEn, article, state, sentence }) => (
        <li key={element} className="signature">
          <div className="signature-head">
            <strong>{language === 'zh' ? title : titleEn}</strong>
            <StateTag tone={tones[state]}>{text.elementStates[state]}</StateTag>
          </div>
          <p className="quiet">
            {sentence === '' ? '' : `“${sentence}” · `}
            {cited(article, language)}
          </p>
        </li>
      ))}
    </ul>
  );
};

const Concern = ({ page, concern }: { page: ReleasePage; concern: ConcernView }) => {
  const { aside, labelled } = usePunctuation();
  const text = useWords(contentCheckWords);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const path = `/releases/${page.release.id}/concerned/${concern.organ.id}/dismissal`;
  const dismiss = useMutation({
    mutationFn: (reason: string) => tell(path, { method: 'POST', body: { reason } }),
    onSuccess: () => setAsking(false),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
  const may = page.contentCheck.actions.dismiss.reasons.length === 0;
  return (
    <li className="signature">
      <div className="signature-head">
        <strong>{concern.organ.name}</strong>
        <StateTag tone={concern.state === 'open' ? 'warning' : 'success'}>
          {text.concernStates[concern.state]}
        </StateTag>
      </div>
      <p className="quiet">{text.why[concern.by](concern.words)}</p>
      {concern.dismissal !== null && (
        <p className="note">
          {labelled(concern.dismissal.by.name, concern.dismissal.reason)}
          {concern.state === 'open' && aside(text.lapsed)}
        </p>
      )}
      {concern.state === 'open' && may && <Button onClick={() => setAsking(true)}>{text.dismiss}</Button>}
      {asking && (
        <NoteDialog
          title={text.dismiss}
          lead={text.dismissLead}
          noteNeeded
          busy={dismiss.isPending}
          error={dismiss.error}
          onDo={(reason) => dismiss.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
};

/** Elements, concerned organs and what the drafter declared: what the signers answer for beside the text. */
export const ContentCheck = ({ page }: { page: ReleasePage }) => {
  const { aside, listed } = usePunctuation();
  const text = useWords(contentCheckWords);
  const { elements, concerned } = page.contentCheck;
  const { disclosure, disclosureReason, legalBasis, triggers, urgency, notOnIncident } =
    page.content.declaration;
  return (
    <section className="panel" id="content-check">
      <h2>{text.title}</h2>
      <p className="quiet">
        {text.disclosures[disclosure]}
        {aside(disclosureReason)}
        {legalBasis !== '' && ` · ${text.legalBasis}${legalBasis}`}
        {triggers.length > 0 && ` · ${listed(triggers.map((trigger) => text.triggers[trigger]))}`}
      </p>
      {urgency !== '' && (
        <p className="note">
          {text.urgency}
          {urgency}
        </p>
      )}
      {notOnIncident !== '' && (
        <p className="note">
          {text.notOnIncident}
          {notOnIncident}
        </p>
      )}
      {elements.length > 0 && <Elements page={page} />}
      {concerned.length > 0 && (
        <>
          <h3>{text.concerned}</h3>
          <ul className="signatures">
            {concerned.map((concern) => (
              <Concern key={concern.organ.id} page={page} concern={concern} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
