import { Button } from 'antd';
import { useId, useState } from 'react';
import { REMARK_MAX, type ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { useDeed } from '../../parts/use-deed.js';
import { remarkWords } from './remark-words.js';

/** Words to colleagues about the version that one reads; they stay in the record and out of the text. */
export const RemarkForm = ({ page }: { page: ReleasePage }) => {
  const text = useWords(remarkWords);
  const id = useId();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(false);
  const add = useDeed(() => {
    setSaid('');
    setAsked(false);
  });
  const missing = said.trim() === '';
  const say = (): void => {
    if (missing) setAsked(true);
    else
      add.mutate({
        path: `/releases/${page.release.id}/remarks`,
        body: { digest: page.content.digest, text: said.trim() },
      });
  };
  return (
    <div className="remark-form">
      <TextField
        id={id}
        label={text.add}
        help={text.help}
        rows={2}
        maxLength={REMARK_MAX}
        value={said}
        onChange={setSaid}
        wrong={asked && missing ? text.needed : ''}
      />
      {add.isError && <RefusalNotice error={add.error} />}
      <Button loading={add.isPending} onClick={say}>
        {text.say}
      </Button>
    </div>
  );
};
