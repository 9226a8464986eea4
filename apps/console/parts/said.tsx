import { message, theme } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';

type Said = ReturnType<typeof message.useMessage>[0];

const Message = createContext<Said | null>(null);

/**
 * Room for the short sentence that something is done, in antd's type and colours. antd's own `App` brings its notifications and
 * questions along to every page, and none of ours uses them.
 */
export const SaidProvider = ({ children }: { children: ReactNode }) => {
  const [said, place] = message.useMessage();
  const { colorText, fontSize, lineHeight, fontFamily } = theme.useToken().token;
  return (
    <Message value={said}>
      <div style={{ color: colorText, fontSize, lineHeight, fontFamily }}>
        {place}
        {children}
      </div>
    </Message>
  );
};

export const useSaid = (): Said => {
  const said = useContext(Message);
  if (said === null) throw new Error('SaidProvider stands around every page');
  return said;
};
