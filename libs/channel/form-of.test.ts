import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { formOf } from './form-of.js';

test('a form asks what its schema asks, in both languages, each question by its kind', () => {
  const schema = z.object({
    url: z.url().describe('接收地址，须为 https。/ Address, by https.'),
    mode: z.enum(['publish', 'mass']).default('publish').describe('方式。/ Mode.'),
    port: z.int().min(1).default(25).describe('端口。/ Port.'),
    open: z.boolean().default(false),
    hosts: z.array(z.string()).default([]),
    attach: z.array(z.enum(['docx', 'pdf'])).default([]),
    rates: z.record(z.string(), z.int()).default({}),
    bounce: z.union([z.literal(''), z.email()]).default(''),
    columns: z.array(z.object({ name: z.string() })).default([]),
  });
  const fields = formOf(schema);
  expect(fields.map(({ name, kind, optional }) => [name, kind, optional])).toEqual([
    ['url', 'text', false],
    ['mode', 'choice', true],
    ['port', 'number', true],
    ['open', 'check', true],
    ['hosts', 'words', true],
    ['attach', 'choices', true],
    ['rates', 'pairs', true],
    ['bounce', 'text', true],
    ['columns', 'fixed', true],
  ]);
  expect(fields[0]).toMatchObject({
    ...{ label: { zh: '接收地址', en: 'Address' }, help: { zh: '须为 https。', en: 'by https.' } },
  });
  expect(fields[1]).toMatchObject({ options: ['publish', 'mass'], initial: 'publish' });
});
