import { useDuty } from '../../parts/use-duty.js';
import { Fragment, type ReactNode } from 'react';
import type { ApprovalClock, ApprovalView } from '../../api/contract.js';
import { serverNow } from '../../api/server-clock.js';
import { useLanguage, useWords, type Language } from '../../language/language.js';
import { cityTime, span } from '../../parts/city-time.js';
import { DueClock } from '../../parts/due-clock.js';
import { ProposedTime } from '../../parts/proposed-time.js';
import { aside, listed } from '../../parts/punctuation.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const minuteMs = 60_000;

/** How long something has waited, by the server's clock. */
export const waitedFor = (
  since: string,
  text: Pick<typeof words.zh, 'waitsFor' | 'justNow'>,
  language: Language,
): string => {
  const minutes = (serverNow() - Date.parse(since)) / minuteMs;
  return minutes < 1 ? text.justNow : text.waitsFor(span(minutes, language));
};

export const ClockLine = ({ clock }: { clock: ApprovalClock }) => {
  const { language } = useLanguage();
  const { article, dueAt, paused } = clock;
  const duty = useDuty()(clock);
  return (
    <DueClock
      {...{ dueAt, paused }}
      ended={false}
      basis={duty + aside(cited(article ?? '', language), language)}
    />
  );
};

/** The one that presses most; the others at a tap. */
const Clocks = ({ clocks: [first, ...others] }: Pick<ApprovalView, 'clocks'>) => {
  const text = useWords(words);
  if (first === undefined) return <>{text.noClock}</>;
  return (
    <>
      <ClockLine clock={first} />
      {others.length > 0 && (
        <details>
          <summary>{text.moreClocks(others.length)}</summary>
          {others.map((clock) => (
            <ClockLine key={`${clock.duty} ${clock.dueAt}`} clock={clock} />
          ))}
        </details>
      )}
    </>
  );
};

/** The clock with its basis, who waits for the reader, and whose turn it is beside and after. */
export const WaitingHead = ({ read }: { read: ApprovalView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { page, decision, handedIn, since, clocks } = read;
  const others = page.chain.steps.filter(
    ({ step, state, stage }) => state !== 'signed' && step !== decision.step && stage !== null,
  );
  const own = page.chain.steps.find(({ step }) => step === decision.step)?.stage ?? null;
  const told = (steps: typeof others): string =>
    listed(
      steps.map(({ step, organ }) => text.decide[step] + aside(organ.shortName, language)),
      language,
    );
  const after = others.filter(({ stage }) => own !== null && (stage ?? 0) > own);
  const beside = others.filter(({ stage }) => own !== null && stage === own);
  const waits = decision.reasons.length === 0;
  const { draftedBy, organ, proposal } = page.release;
  const waited = waits ? waitedFor(since, text, language) : null;
  const handed =
    handedIn === null ? null : (
      <span className={language === 'zh' ? 'clock' : ''}>
        {text.handedInBy(handedIn.by.name, cityTime(handedIn.at, language))}
      </span>
    );
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text.clocks, <Clocks key="clocks" clocks={clocks} />],
    ...(proposal === null
      ? []
      : [[text.proposed, <ProposedTime key="proposed" proposal={proposal} />] as const]),
    ...(draftedBy.id === handedIn?.by.id ? [] : [[text.draftedBy, draftedBy.name] as const]),
    [
      waits ? text.waits : text.handedIn,
      <Fragment key="waits">
        {organ.name}
        {text.comma}
        {handed ?? draftedBy.name}
        {waited !== null && text.comma + waited}
      </Fragment>,
    ],
    ...(beside.length === 0 ? [] : [[text.beside, told(beside)] as const]),
    ...(after.length === 0 ? [] : [[text.behind, told(after)] as const]),
  ];
  return (
    <dl className="panel waiting-head">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
