import { useMemo } from 'react';
import type { AccountView } from '../../api/contract.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { limitUses, type LimitUse } from './channel-limits.js';
import type { DraftForm } from './draft-form.js';
import { words } from './words.js';

const Row = ({ use }: { use: LimitUse }) => {
  const text = useWords(words);
  const channels = useWords(channelWords);
  const over = use.used - use.max;
  return (
    <li className="limit">
      <span>
        {channels[use.account.channel] ?? use.account.name} · {text[use.field]}
      </span>
      <span className="number">{text.of(use.used, use.max)}</span>
      {over > 0 && <StateTag tone="error">{text.over(over)}</StateTag>}
    </li>
  );
};

/** Counted while typing; the renditions are checked by the channels themselves when the draft is saved. */
export const LimitList = ({ form, accounts }: { form: DraftForm; accounts: readonly AccountView[] }) => {
  const text = useWords(words);
  const uses = useMemo(() => limitUses(form, accounts), [form, accounts]);
  return (
    <section className="panel" aria-live="polite">
      <h2>{text.limits}</h2>
      {uses.length === 0 ? (
        <p className="quiet">{text.noLimits}</p>
      ) : (
        <ul className="limits">
          {uses.map((use) => (
            <Row key={`${use.account.id} ${use.field}`} use={use} />
          ))}
        </ul>
      )}
    </section>
  );
};
