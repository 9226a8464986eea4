import { Button, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionView } from '../../api/contract.js';
import { signIn } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface SignInFormProps {
  readonly onSignedIn: (session: SessionView) => void;
  /** Filled in for a demo account. */
  readonly filled?: Credentials | null;
}

export const SignInForm = ({ onSignedIn, filled = null }: SignInFormProps) => {
  const text = useWords(words);
  const [form] = Form.useForm<Credentials>();
  const attempt = useMutation({
    mutationFn: ({ username, password }: Credentials) => signIn(username.trim(), password),
    onSuccess: onSignedIn,
  });
  useEffect(() => {
    if (filled !== null) form.setFieldsValue(filled);
  }, [filled, form]);
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => attempt.mutate(values)}>
      <Form.Item
        name="username"
        label={text.username}
        rules={[{ required: true, message: text.usernameNeeded }]}
      >
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={text.password}
        rules={[{ required: true, message: text.passwordNeeded }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {attempt.isError && <RefusalNotice error={attempt.error} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        size="large"
        loading={attempt.isPending}
        className="sign-in-button"
      >
        {text.signIn}
      </Button>
    </Form>
  );
};
