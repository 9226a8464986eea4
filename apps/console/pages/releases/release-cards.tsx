import { useWords } from '../../language/language.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { ChooseAll, ChooseBox } from './choose-box.js';
import {
  ConflictBadge,
  MarkSign,
  ReleaseClock,
  ReleaseOrgans,
  ReleaseTime,
  ReleaseTitle,
} from './release-facts.js';
import type { RowsProps } from './release-table.js';
import { choosable } from './use-choose-key.js';
import { words } from './words.js';

export const ReleaseCards = ({ list: { items, marked }, choosing }: RowsProps) => {
  const text = useWords(words);
  return (
    <>
      <div className="choose-all">
        <ChooseAll choosing={choosing} count={items.length} /> <span aria-hidden>{text.chooseAll}</span>
      </div>
      <ul className="cards">
        {items.map((release) => (
          <li
            key={release.id}
            {...choosable(release.id)}
            className={choosing.chosen.has(release.id) ? 'card row-chosen' : 'card'}
          >
            <div className="card-head">
              <span className="card-choice">
                <ChooseBox choosing={choosing} id={release.id} title={release.title} />
                <ReleaseStateTag release={release} />
              </span>
              <ReleaseTime release={release} />
            </div>
            <ReleaseTitle release={release} />
            <div className="card-foot">
              <span className="number">{release.number}</span>
              <ReleaseOrgans release={release} />
              <MarkSign shown={marked.includes(release.id)} />
              <ReleaseClock release={release} />
              <ConflictBadge release={release} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
