import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import type { AnnualSection } from '../../../api/contract.js';
import { annualSectionQuery } from '../../../api/duty-questions.js';
import { organsQuery } from '../../../api/register-questions.js';
import { useSession } from '../../../api/session.js';
import type { AddressFilters } from '../../../app/address-filters.js';
import { channelWords } from '../../../language/channel-words.js';
import { useWords } from '../../../language/language.js';
import { pressWords } from '../../../language/press-words.js';
import { releaseWords } from '../../../language/release-words.js';
import { Answer, Failure } from '../../../parts/answer.js';
import { wallTime } from '../../../parts/city-time.js';
import { everyState } from '../../../parts/in-state.js';
import { words as conferenceWords } from '../../conferences/words.js';
import { Count } from './count.js';
import { named, recentYears, sumOf } from '../../../parts/periods.js';
import { reportWords } from './words.js';

interface GroupProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly names: Readonly<Record<string, string>>;
  /** Null where no list has as many rows: what is counted are not rows. */
  readonly rows: Pick<ComponentProps<typeof Count>, 'to' | 'search'> | null;
  /** The name of the filter that a kind has in that list. */
  readonly by?: string;
}

/** One heading with its kinds and their sum. */
const Group = ({ title, counts, names, rows, by }: GroupProps) => {
  const text = useWords(reportWords);
  const number = (count: number, of: string, more: AddressFilters = {}) =>
    rows === null ? count : <Count {...{ count, of }} to={rows.to} search={{ ...rows.search, ...more }} />;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {text.total} {number(sumOf(counts), title)}
        {Object.keys(names).length > 0 &&
          named(counts, names).map(([kind, name, count]) => (
            <span key={kind}>
              {' · '}
              {name} {number(count, name, by === undefined ? {} : { [by]: kind })}
            </span>
          ))}
      </dd>
    </div>
  );
};

const Numbers = ({ section, organ }: { section: AnnualSection; organ: string | undefined }) => {
  const text = useWords(reportWords);
  const channels = useWords(channelWords);
  const { publicity, interpretation } = section;
  const own = { organ, from: `${section.year}-01-01`, to: `${section.year}-12-31` };
  const released = { to: '/releases', search: own } as const;
  const explaining = { ...released, search: { ...own, trigger: 'needsExplanation' } };
  const interviews = { to: '/interviews', search: { ...own, state: everyState, held: 'yes' } } as const;
  return (
    <dl className="matter-facts">
      <Group
        title={text.conferences}
        counts={section.conferences}
        names={useWords(conferenceWords).kinds}
        rows={{ to: '/conferences', search: own }}
        by="kind"
      />
      <Group
        title={text.releases}
        counts={publicity.releases}
        names={useWords(releaseWords).kinds}
        rows={released}
        by="kind"
      />
      <Group title={text.deliveries} counts={publicity.deliveries} names={channels} rows={null} />
      <Group
        title={text.answers}
        counts={publicity.answers}
        names={useWords(pressWords).answerForms}
        rows={{ to: '/media-answers', search: own }}
        by="form"
      />
      <Group
        title={text.interviewsHeld}
        counts={{ held: publicity.interviews }}
        names={{}}
        rows={interviews}
      />
      <Group
        title={text.explaining}
        counts={{ explaining: interpretation.releases }}
        names={{}}
        rows={explaining}
      />
      <Group title={text.experts} counts={{ experts: interpretation.experts }} names={{}} rows={null} />
    </dl>
  );
};

/** Who may ask for the whole city does so first; everybody else for their own organ. */
const useOrganChoice = () => {
  const text = useWords(reportWords);
  const session = useSession().data;
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? []).filter(({ kind }) => kind !== 'imported');
  const mine = new Set(session?.roles.map(({ organId }) => organId));
  const [chosen, choose] = useState<string | null>(null);
  const all = session?.seesAll === true;
  const seen = organs.filter(({ id }) => all || mine.has(id));
  const options = [
    ...(all ? [{ value: '', label: text.wholeCity }] : []),
    ...seen.map(({ id, shortName }) => ({ value: id, label: shortName })),
  ];
  return { question: known, options, organ: chosen ?? options[0]?.value, choose };
};

const Shown = ({ year, organ }: { year: number; organ: string }) => {
  const text = useWords(reportWords);
  const section = useQuery(annualSectionQuery({ year, organ }));
  return (
    <Answer of={section}>
      {(read) => (
        <>
          <p className="quiet">
            {text.annualLead(read.article, read.year)}
            {read.provisional && ` · ${text.provisional}`}
          </p>
          <Numbers section={read} organ={organ === '' ? undefined : organ} />
        </>
      )}
    </Answer>
  );
};

/** The section of the annual disclosure report in numbers (Art.38). */
export const AnnualNumbers = () => {
  const text = useWords(reportWords);
  const years = recentYears(wallTime(new Date()), 5);
  const [year, setYear] = useState(years[0] ?? 0);
  const { question, options, organ, choose } = useOrganChoice();
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.annual}</h2>
        <div className="panel-tools">
          <Select
            aria-label={text.year}
            value={year}
            options={years.map((value) => ({ value, label: text.yearName(value) }))}
            onChange={setYear}
          />
          <Select
            aria-label={text.organ}
            value={organ ?? null}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={choose}
          />
        </div>
      </div>
      <Failure of={question} />
      {organ !== undefined && <Shown year={year} organ={organ} />}
    </section>
  );
};
