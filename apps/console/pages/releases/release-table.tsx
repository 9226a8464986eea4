import type { ReleaseList, ReleaseSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { ChooseAll, ChooseBox } from './choose-box.js';
import type { Choosing } from './choosing.js';
import {
  ConflictBadge,
  MarkSign,
  ReleaseClock,
  ReleaseOrgans,
  ReleaseTime,
  ReleaseTitle,
} from './release-facts.js';
import { choosable } from './use-choose-key.js';
import { words } from './words.js';

export interface RowsProps {
  readonly list: Pick<ReleaseList, 'items' | 'marked'>;
  readonly choosing: Choosing;
}

interface RowProps {
  readonly release: ReleaseSummary;
  readonly marked: boolean;
  readonly choosing: Choosing;
}

const Row = ({ release, marked, choosing }: RowProps) => {
  const { kinds } = useWords(releaseWords);
  return (
    <tr {...choosable(release.id)} className={choosing.chosen.has(release.id) ? 'row-chosen' : ''}>
      <td>
        <ChooseBox choosing={choosing} id={release.id} title={release.title} />
      </td>
      <td className="number">{release.number}</td>
      <td>
        <ReleaseTitle release={release} /> <MarkSign shown={marked} /> <ConflictBadge release={release} />
      </td>
      <td>
        <ReleaseOrgans release={release} />
      </td>
      <td>{kinds[release.kind]}</td>
      <td>
        <ReleaseStateTag release={release} />
      </td>
      <td>
        <ReleaseClock release={release} />
      </td>
      <td>
        <ReleaseTime release={release} />
      </td>
    </tr>
  );
};

export const ReleaseTable = ({ list, choosing }: RowsProps) => {
  const text = useWords(words);
  const { items, marked } = list;
  return (
    <div className="table-frame">
      <table className="table release-table">
        <thead>
          <tr>
            <th scope="col">
              <ChooseAll choosing={choosing} count={items.length} />
            </th>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.heading}</th>
            <th scope="col">{text.releaser}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.clock}</th>
            <th scope="col">{text.time}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((release) => (
            <Row
              key={release.id}
              release={release}
              marked={marked.includes(release.id)}
              choosing={choosing}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
