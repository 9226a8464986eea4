import { useQuery } from '@tanstack/react-query';
import type { OperationsView } from '../../api/contract.js';
import { operationsQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Page } from '../../parts/page.js';
import { AccountTable } from './account-table.js';
import { HoldPanel } from './hold-panel.js';
import { OutcomeTable } from './outcome-table.js';
import { words } from './words.js';

const sumOf = ({ rows }: OperationsView, states: readonly string[]): number =>
  rows.filter(({ state }) => states.includes(state)).reduce((sum, { rows: count }) => sum + count, 0);

const Tile = ({ label, value, alarming }: { label: string; value: string; alarming: boolean }) => (
  <div className={`tile${alarming ? ' tile-alarming' : ''}`}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** Due rows are sent within seconds; an older one says that something stands still. */
const lateSeconds = 60;

const Tiles = ({ view }: { view: OperationsView }) => {
  const text = useWords(words);
  const doubtful = sumOf(view, ['unknown']);
  const persons = sumOf(view, ['needsPerson']);
  const rejected = sumOf(view, ['rejected']);
  return (
    <dl className="tiles">
      <Tile label={text.due} value={String(view.due)} alarming={false} />
      <Tile
        label={text.oldest}
        value={text.age(view.oldestDueSeconds)}
        alarming={view.oldestDueSeconds > lateSeconds}
      />
      <Tile label={text.running} value={String(sumOf(view, ['sending', 'accepted']))} alarming={false} />
      <Tile label={text.waiting} value={String(sumOf(view, ['waiting', 'deferred']))} alarming={false} />
      <Tile label={text.doubtful} value={String(doubtful)} alarming={false} />
      <Tile label={text.persons} value={String(persons)} alarming={persons > 0} />
      <Tile label={text.rejected} value={String(rejected)} alarming={rejected > 0} />
    </dl>
  );
};

/** How dispatch stands: what waits, what each account may still do, what came of the last hour's tries. */
export const OperationsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const operations = useQuery(operationsQuery);
  return (
    <Page
      title={text.title}
      lead={operations.data === undefined ? ' ' : text.at(cityTime(operations.data.at, language))}
    >
      <Answer of={operations}>
        {(view) => (
          <>
            {view.hold !== null && <HoldPanel hold={view.hold} />}
            <Tiles view={view} />
            <AccountTable accounts={view.accounts} />
            <OutcomeTable outcomes={view.outcomes} />
          </>
        )}
      </Answer>
    </Page>
  );
};
