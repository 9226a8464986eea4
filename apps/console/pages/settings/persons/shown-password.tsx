import { Modal, Typography } from 'antd';
import type { FirstPassword } from '../../../api/contract.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { cityTime } from '../../../parts/city-time.js';
import { words } from './words.js';

interface ShownPasswordProps {
  readonly of: FirstPassword;
  readonly onClose: () => void;
}

/** A first password, once. It closes by its button alone: a slip of the mouse would lose it. */
export const ShownPassword = ({ of, onClose }: ShownPasswordProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <Modal
      open
      title={text.shownOnce}
      okText={text.noted}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
    >
      <p>{text.shownLead(of.name)}</p>
      <dl className="facts">
        <div>
          <dt>{text.username}</dt>
          <dd>{of.username}</dd>
        </div>
        <div>
          <dt>{text.password}</dt>
          <dd>
            <Typography.Text
              code
              className="first-password"
              copyable={{ tooltips: [text.copy, text.copied] }}
            >
              {of.password}
            </Typography.Text>
          </dd>
        </div>
        <div>
          <dt>{text.until}</dt>
          <dd>{cityTime(of.until, language)}</dd>
        </div>
      </dl>
    </Modal>
  );
};
