import { Button } from 'antd';
import { useWords } from '../../../language/language.js';
import type { PasteNote } from './body-paste.js';
import { bodyWords } from './body-words.js';

type Things = NonNullable<PasteNote>['dropped'];

/** What a paste could not bring along, in one sentence; nothing is dropped in silence. */
export const PasteNotice = ({ note, onRead }: { note: PasteNote; onRead: () => void }) => {
  const text = useWords(bodyWords);
  const named = (things: Things): string =>
    things.map(({ what, count }) => text.things[what]?.(count) ?? text.thing(what, count)).join(text.listed);
  return (
    <div aria-live="polite">
      {note !== null && (
        <div className="missing paste-note">
          <strong>{text.pasted}</strong>
          {note.isTracked ? (
            <p>{text.tracked}</p>
          ) : (
            <>
              {note.dropped.length > 0 && <p>{text.leftOut(named(note.dropped))}</p>}
              {note.changed.length > 0 && <p>{text.changed(named(note.changed))}</p>}
            </>
          )}
          <Button size="small" onClick={onRead}>
            {text.close}
          </Button>
        </div>
      )}
    </div>
  );
};
