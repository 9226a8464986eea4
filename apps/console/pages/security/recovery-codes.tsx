import { Button, Typography } from 'antd';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

/** Ten codes, once. It goes by its button alone. */
export const ShownCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const text = useWords(words);
  return (
    <section aria-label={text.codesName}>
      <h3>{text.codesTitle}</h3>
      <p>{text.codesLead}</p>
      <Typography.Paragraph className="recovery-codes" copyable={{ text: codes.join('\n') }}>
        {codes.map((code) => (
          <code key={code}>{code}</code>
        ))}
      </Typography.Paragraph>
      <Button type="primary" onClick={onKept}>
        {text.codesKept}
      </Button>
    </section>
  );
};
