import { expect, test } from '@jest/globals';
import type { FormFieldView } from '../../api/contract.js';
import { bodyOf, fieldsOf, initialOf } from './account-fields.js';

const field = (
  name: string,
  kind: FormFieldView['kind'],
  more: Partial<FormFieldView> = {},
): FormFieldView => ({
  ...{ name, kind, label: { zh: name, en: name }, help: { zh: '', en: '' } },
  ...{ options: [], optional: true, initial: null, ...more },
});
const form = {
  settings: [
    field('url', 'text', { optional: false }),
    field('port', 'number', { initial: 25 }),
    field('hosts', 'words'),
    field('rates', 'pairs'),
    field('columns', 'fixed'),
  ],
  secrets: [field('password', 'text', { optional: false })],
};

test('a form shows what is set, else what the manifest takes, and sends it back in its own kinds', () => {
  const initial = initialOf(form, { url: 'https://a.example', rates: { 'qq.com': 60 } });
  expect(initial).toMatchObject({
    ...{ 'settings.url': 'https://a.example', 'settings.port': '25', 'settings.rates': 'qq.com: 60' },
    ...{ 'settings.hosts': [], 'secrets.password': '' },
  });
  const values = { ...initial, 'settings.rates': 'qq.com：30\n\n163.com: 5', 'settings.port': '' };
  expect(bodyOf(form, values)).toEqual({
    settings: { url: 'https://a.example', hosts: [], rates: { 'qq.com': 30, '163.com': 5 } },
    secrets: {},
  });
  expect(bodyOf(form, { ...values, 'secrets.password': '新' }).secrets).toEqual({ password: '新' });
});

test('a secret that is set may stay empty, and nothing too rich for a form is asked', () => {
  const asked = { language: 'zh', options: {}, kept: '留空则不变', secretsSet: ['password'] } as const;
  const fields = fieldsOf(form, asked);
  expect(fields.map(({ name }) => name)).not.toContain('settings.columns');
  expect(fields.at(-1)).toMatchObject({ kind: 'secret', optional: true, help: '留空则不变' });
  expect(fieldsOf(form, { ...asked, secretsSet: [] }).at(-1)).toMatchObject({ optional: false });
});
