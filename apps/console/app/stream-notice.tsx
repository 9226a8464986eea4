import { useStreamState } from '../api/stream.js';
import { useWords } from '../language/language.js';
import { words } from './words.js';

export const StreamNotice = () => {
  const text = useWords(words);
  const lost = useStreamState() === 'lost';
  return (
    <div aria-live="polite" role="status">
      {lost && <p className="stream-notice">{text.streamLost}</p>}
    </div>
  );
};
