import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConferenceView } from '../../api/contract.js';
import type { RegistrationView } from '../../api/press-contract.js';
import { registrationsQuery } from '../../api/press-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Pages } from '../../parts/pages.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { refusalFrom, RefusalNotice } from '../../parts/refusal-notice.js';
import { Sheet } from '../../parts/sheet.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { CheckDialog } from '../media/check-dialog.js';
import { RegisterAtDoor, TurnAway } from './door-dialogs.js';
import { doorWords } from './door-words.js';
import { isLate } from './late.js';

const tones: Readonly<Record<RegistrationView['registration'], Tone>> = {
  registered: 'quiet',
  admitted: 'success',
  turnedAway: 'warning',
};

type Asked =
  { readonly deed: 'register' } | { readonly deed: 'check' | 'turnAway'; readonly of: RegistrationView };

const Admission = ({ of, startsAt }: { of: RegistrationView; startsAt: string }) => {
  const text = useWords(doorWords);
  const { language } = useLanguage();
  return (
    <>
      <StateTag tone={tones[of.registration]}>{text.states[of.registration]}</StateTag>{' '}
      {isLate(of.registeredAt, startsAt) && <StateTag tone="info">{text.late}</StateTag>}
      <p className="quiet">
        {text.registeredBy(of.registeredBy.name, cityTime(of.registeredAt, language))}
        {of.decidedAt !== null && ` · ${text.decided(cityTime(of.decidedAt, language))}`}
      </p>
      {of.note !== '' && <p className="quiet">{of.note}</p>}
    </>
  );
};

const Deeds = ({ of, onAsk }: { of: RegistrationView; onAsk: (asked: Asked) => void }) => {
  const text = useWords(doorWords);
  const admit = useDeed();
  return (
    <>
      <div className="row-deeds">
        <ReasonedButton
          size="small"
          label={text.admit}
          loading={admit.isPending}
          reasons={of.actions.admit.reasons}
          onClick={() => admit.mutate({ path: `/media/registrations/${of.id}/admit` })}
        />
        <ReasonedButton
          size="small"
          label={text.turnAway}
          reasons={of.actions.turnAway.reasons}
          onClick={() => onAsk({ deed: 'turnAway', of })}
        />
        <ReasonedButton
          size="small"
          label={text.check}
          reasons={[]}
          onClick={() => onAsk({ deed: 'check', of })}
        />
      </div>
      {admit.isError && <RefusalNotice error={admit.error} />}
    </>
  );
};

/** Reporters are expected once it is approved, and some are added when it is over. */
const expectsReporters: ReadonlySet<ConferenceView['state']> = new Set([
  'approved',
  'filed',
  'held',
  'evaluated',
]);

const pageSize = 20;

/** Reporters at the door of a conference (Art.20, 40): who is expected, who came in, and who did not. */
export const DoorPanel = ({ conference: { id, startsAt, state } }: { conference: ConferenceView }) => {
  const text = useWords(doorWords);
  const { reporter } = useWords(pressWords);
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useQuery(registrationsQuery(id, { page, pageSize }));
  const done = (): void => setAsked(null);
  // Names and credentials are personal data: who may not read the media register is not told of a list here.
  if (list.isError && refusalFrom(list.error).status === 403) return null;
  // A change that voids the approval sends nobody away who is registered.
  if (!expectsReporters.has(state) && (list.data?.total ?? 0) === 0) return null;
  return (
    <section className="panel door-panel" aria-label={text.door}>
      <Answer of={list} rows={3}>
        {(data) => (
          <>
            <div className="panel-head">
              <h2>{text.door}</h2>
              <ReasonedButton
                label={text.register}
                reasons={data.actions.register.reasons}
                onClick={() => setAsked({ deed: 'register' })}
              />
            </div>
            <p className="quiet">
              {data.total > 0 &&
                `${text.counts(data.total, data.counts.admitted, data.counts.turnedAway)} · `}
              {text.doorHelp}
            </p>
            <Pages of={data} empty={<p className="quiet">{text.nobody}</p>} onPage={setPage}>
              <Sheet
                heads={[reporter, text.standing, text.state, '']}
                rows={data.items.map((registration) => ({
                  key: registration.id,
                  cells: [
                    <div key="reporter">
                      <strong>{registration.reporter.name}</strong>
                      <p className="quiet">{registration.reporter.outletName}</p>
                    </div>,
                    <StandingTag key="standing" standing={registration} />,
                    <Admission key="state" of={registration} startsAt={startsAt} />,
                    <Deeds key="deeds" of={registration} onAsk={setAsked} />,
                  ],
                }))}
              />
            </Pages>
          </>
        )}
      </Answer>
      {asked?.deed === 'register' && <RegisterAtDoor conferenceId={id} onClose={done} />}
      {asked?.deed === 'turnAway' && <TurnAway of={asked.of} onClose={done} />}
      {asked?.deed === 'check' && <CheckDialog reporter={asked.of.reporter} onClose={done} />}
    </section>
  );
};
