import type { DeliveryView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { readBackWords } from './read-back-words.js';

type ReadBack = NonNullable<DeliveryView['readBack']>;
type Drift = NonNullable<ReadBack['drift']>;

/** In place of the state: what was delivered is not what stands there. */
export const DriftTag = ({ drift }: { readonly drift: Drift }) => {
  const text = useWords(readBackWords);
  return <StateTag tone="error">{text.tags[drift.kind]}</StateTag>;
};

/** What the public finds where this was published: a quiet line as long as it is as approved, both sides where it is not. */
export const ReadBackNote = ({ readBack }: { readonly readBack: ReadBack }) => {
  const text = useWords(readBackWords);
  const { language } = useLanguage();
  const { drift, lookedAt, outcome, reason } = readBack;
  if (drift !== null) return <Drifted drift={drift} />;
  if (lookedAt === null) return null;
  const at = cityTime(lookedAt, language);
  if (outcome === 'unreadable') return <p className="read-back quiet">{text.unreadable(at, reason ?? '')}</p>;
  return <p className="read-back quiet">{text.seen(at)}</p>;
};

const Drifted = ({ drift }: { readonly drift: Drift }) => {
  const text = useWords(readBackWords);
  return (
    <div className="read-back drift">
      <p>{drift.kind === 'gone' ? text.gone : text.differs}</p>
      <dl>
        {drift.differences.map(({ part, published, shown }, index) => (
          <div key={index}>
            <dt>{text.parts[part]}</dt>
            <dd>
              <span className="quiet">{text.approved}</span> <del>{published || text.nothing}</del>
            </dd>
            <dd>
              <span className="quiet">{text.shown}</span> <ins>{shown || text.nothing}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
