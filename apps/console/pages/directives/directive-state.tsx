import type { DirectiveView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

export const isEnded = ({ state }: Pick<DirectiveView, 'state'>): boolean =>
  state === 'fulfilled' || state === 'withdrawn';

export const DirectiveState = ({ of: { state, unacknowledged } }: { of: DirectiveView }) => {
  const text = useWords(words);
  if (unacknowledged) return <StateTag tone="error">{text.unacknowledged}</StateTag>;
  const tone = state === 'fulfilled' ? 'success' : state === 'issued' ? 'warning' : 'quiet';
  return <StateTag tone={tone}>{text.stateNames[state]}</StateTag>;
};
