import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { blockingFinding } from './blocking-finding.js';
import { words } from './words.js';

/** Why the gate held it; once everything that blocked is ruled on, that the way is free. */
export const HoldNotice = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const { state, holdReason } = page.release;
  if (state !== 'heldByGate') return null;
  if (blockingFinding(page) === undefined) return <p className="freed">{text.freed}</p>;
  return (
    <p className="hold-reason" role="alert">
      {text.held}
      {holdReason}
    </p>
  );
};
