import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import type { OrganTally } from '../../../api/contract.js';
import { bulletinQuery } from '../../../api/duty-questions.js';
import { useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { wallTime } from '../../../parts/city-time.js';
import { everyState } from '../../../parts/in-state.js';
import { Sheet } from '../../../parts/sheet.js';
import { Count } from './count.js';
import { recentHalves, sumOf } from '../../../parts/periods.js';
import { reportWords } from './words.js';

interface Days {
  readonly from: string;
  readonly to: string;
}

type Words = (typeof reportWords)['zh'];

const Routine = ({ routine }: { routine: NonNullable<OrganTally['routine']> }) =>
  routine.map(({ rule, title, done, required }) => (
    <p key={rule}>
      {title} {done}/{required}
    </p>
  ));

const timeliness = (text: Words, { inTime, late, overdue }: OrganTally['timeliness']): ReactNode =>
  inTime + late + overdue === 0 ? <span className="quiet">0</span> : text.timeliness(inTime, late, overdue);

const cellsOf = (line: OrganTally, days: Days, text: Words): readonly ReactNode[] => {
  const { organ, interviews, directives } = line;
  const own = { ...days, organ: organ.id };
  const all = { ...own, state: everyState };
  const standing = { ...own, state: 'standing' };
  return [
    <div key="organ">
      <strong>{organ.shortName}</strong> {line.byReference && <p className="quiet">{text.byReference}</p>}
    </div>,
    <Count key="releases" count={sumOf(line.releases)} of={text.releases} to="/releases" search={own} />,
    <Count key="conferences" count={line.conferences} of={text.conferences} to="/conferences" search={own} />,
    timeliness(text, line.timeliness),
    <Count
      key="acts"
      count={sumOf(line.violations)}
      of={text.violations}
      to="/violations"
      search={standing}
    />,
    <span key="conflicts" className={sumOf(line.conflicts) === 0 ? 'quiet' : undefined}>
      {sumOf(line.conflicts)}
    </span>,
    <Fragment key="interviews">
      <Count count={interviews.received} of={text.interviews} to="/interviews" search={all} />
      {interviews.received > 0 && (
        <p className="quiet">{text.answered(interviews.answered, interviews.refused)}</p>
      )}
    </Fragment>,
    <Fragment key="directives">
      <Count count={directives.received} of={text.directives} to="/directives" search={standing} />
      {directives.received > 0 && <p className="quiet">{text.fulfilled(directives.fulfilled)}</p>}
    </Fragment>,
    timeliness(text, line.roster),
    line.routine === null ? null : <Routine key="routine" routine={line.routine} />,
  ];
};

const Table = ({ items, days }: { items: readonly OrganTally[]; days: Days }) => {
  const text = useWords(reportWords);
  const { organ, releases, conferences, limits, violations, conflicts } = text;
  const { interviews, directives, roster, routine } = text;
  return (
    <Sheet
      heads={[
        ...[organ, releases, conferences, limits, violations, conflicts],
        ...[interviews, directives, roster, routine],
      ]}
      rows={items.map((line) => ({ key: line.organ.id, cells: cellsOf(line, days, text) }))}
    />
  );
};

/** The half-yearly bulletin in numbers, an organ a line (Art.42). */
export const BulletinNumbers = () => {
  const text = useWords(reportWords);
  const halves = recentHalves(wallTime(new Date()), 5);
  const [day, setDay] = useState(halves[0]?.day ?? '');
  const bulletin = useQuery(bulletinQuery(day));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.bulletin}</h2>
        <Select
          aria-label={text.period}
          value={day}
          options={halves.map((half) => ({ value: half.day, label: text.periodName(half.key) }))}
          onChange={setDay}
        />
      </div>
      <Answer of={bulletin}>
        {({ article, firstDay, lastDay, provisional, items }) => (
          <>
            <p className="quiet">
              {text.bulletinLead(article, firstDay, lastDay)}
              {provisional && ` · ${text.provisional}`}
            </p>
            <p className="quiet">{text.rowsHelp}</p>
            <Table items={items} days={{ from: firstDay, to: lastDay }} />
          </>
        )}
      </Answer>
    </section>
  );
};
