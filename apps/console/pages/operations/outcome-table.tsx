import type { OperationsView } from '../../api/contract.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

export const OutcomeTable = ({ outcomes }: { outcomes: OperationsView['outcomes'] }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const channels = useWords(channelWords);
  return (
    <section className="panel">
      <h2>{text.outcomes}</h2>
      {outcomes.length === 0 ? (
        <EmptyNote sentence={text.noOutcomes} />
      ) : (
        <div className="table-frame">
          <table className="outcomes">
            <thead>
              <tr>
                <th scope="col">{text.channel}</th>
                <th scope="col">{text.action}</th>
                <th scope="col">{text.outcome}</th>
                <th scope="col">{text.tries}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map((row) => (
                <tr key={`${row.channel} ${row.action} ${row.outcome} ${row.class}`}>
                  <td>{channels[row.channel] ?? row.channel}</td>
                  <td>{text.actions[row.action] ?? row.action}</td>
                  <td>
                    {text.kinds[row.outcome] ?? row.outcome}
                    {row.class !== '' && aside(text.classes[row.class] ?? row.class)}
                  </td>
                  <td>{row.tries}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
