import { Button, Form, Input } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';
import { sessionQuery } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

interface Passwords {
  readonly password: string;
  readonly newPassword: string;
  readonly again: string;
}

/** Asks for the present password and twice for the new one; the server says what is wrong with it. */
export const PasswordForm = ({ presentLabel }: { presentLabel: string }) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [form] = Form.useForm<Passwords>();
  const change = useMutation({
    mutationFn: ({ password, newPassword }: Passwords) =>
      tell('/session/password', { method: 'POST', body: { password, newPassword } }),
    onSuccess: () => {
      form.resetFields();
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const needed = { required: true, message: text.passwordNeeded };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      <Form.Item name="password" label={presentLabel} rules={[needed]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Form.Item name="newPassword" label={text.next} extra={text.nextHelp} rules={[needed]}>
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Form.Item
        name="again"
        label={text.again}
        dependencies={['newPassword']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === '' || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(text.differs)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      {change.isError && <RefusalNotice error={change.error} />}
      {change.isSuccess && <p role="status">{text.changed}</p>}
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {text.change}
      </Button>
    </Form>
  );
};
