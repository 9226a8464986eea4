import { useStreamState } from '../api/stream.js';
import { useWords } from '../language/language.js';
import { words } from './words.js';

export const StreamNotice = () => {
  const text = useWords(words);
  const state = useStreamState();
  return (
    <div aria-live="polite" role="status">
      {state === 'lost' && <p className="stream-notice">{text.streamLost}</p>}
      {state === 'outdated' && <p className="stream-notice">{text.outdated}</p>}
    </div>
  );
};
