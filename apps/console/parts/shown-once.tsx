import { Modal, Typography } from 'antd';
import { useWords } from '../language/language.js';
import { words } from './words.js';

interface ShownOnceProps {
  readonly title: string;
  readonly lead: string;
  readonly secret: { readonly name: string; readonly value: string };
  /** What belongs to it: whose it is, until when. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly onClose: () => void;
}

/** A first password or a key, once. It closes by its button alone: a slip of the mouse would lose it. */
export const ShownOnce = ({ title, lead, secret, facts, onClose }: ShownOnceProps) => {
  const text = useWords(words);
  return (
    <Modal
      open
      title={title}
      okText={text.noted}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={(_, { OkBtn }) => <OkBtn />}
      onOk={onClose}
    >
      <p>{lead}</p>
      <dl className="facts once">
        <div>
          <dt>{secret.name}</dt>
          <dd>
            <code className="first-password">{secret.value}</code>
            <Typography.Text
              copyable={{ text: secret.value, icon: [text.copy, text.copied], tooltips: false }}
            />
          </dd>
        </div>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
};
