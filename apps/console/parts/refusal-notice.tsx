import { Alert, Button } from 'antd';
import { Refusal, unreachable } from '../api/refusal.js';
import { useWords } from '../language/language.js';
import { useReload } from './as-read.js';
import { ReasonList } from './reason-list.js';
import { words } from './words.js';

export const refusalFrom = (error: unknown): Refusal => (error instanceof Refusal ? error : unreachable(0));

/** What failed, what is safe, and the way on: again, or, in a dialog that is older than its thing, from what is there now. */
export const RefusalNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const text = useWords(words);
  const refusal = refusalFrom(error);
  const reload = useReload();
  const stale = refusal.code === 'stale' && reload !== null;
  if (!(error instanceof Refusal)) console.error(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={refusal.status === 403 ? text.forbidden : text.failed}
      description={
        <>
          <ReasonList reasons={refusal.reasons} />
          {stale && (
            <p>
              {text.staleHelp} <Button onClick={reload}>{text.reload}</Button>
            </p>
          )}
        </>
      }
      action={onRetry === undefined ? null : <Button onClick={onRetry}>{text.retry}</Button>}
    />
  );
};
