import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** Whatever may refuse: the sentences of `say(code, zh, en)` and of `message` and `messageEn`. */
const roots = ['libs', 'apps/dispatcher'];

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

/** A provision may say something in brackets itself: `第三十五条（条文无数字）`. What cites it in brackets is told apart. */
const filled = (expression: ts.Expression): string => {
  const words = expression.getText();
  if (/^in(?:English)?Brackets\(/u.test(words)) return words.startsWith('inE') ? '(Art. 1)' : '（第一条）';
  if (/article/iu.test(words))
    return words.startsWith('articleInEnglish') ? 'Art. 1 (no number)' : '第一条（无数字）';
  return '甲';
};

const sentencesIn = (node: ts.Expression): readonly string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text +
        node.templateSpans.map(({ expression, literal }) => filled(expression) + literal.text).join(''),
    ];
  if (ts.isConditionalExpression(node))
    return [...sentencesIn(node.whenTrue), ...sentencesIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return sentencesIn(node.expression);
  return [];
};

const isMessage = (name: ts.PropertyName): boolean => ['message', 'messageEn'].includes(name.getText());

const refusalsIn = (path: string): readonly string[] => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'say')
      found.push(...node.arguments.slice(1, 3).flatMap(sentencesIn));
    if (ts.isPropertyAssignment(node) && isMessage(node.name)) found.push(...sentencesIn(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** Items of a provision are cited in brackets of their own: `(Art. 31(1))`. */
const nests = (sentence: string): boolean =>
  /[（(][^）)]*[（(]/u.test(sentence.replaceAll(/\d\(\d+\)/gu, '1'));

const refusals = roots.flatMap(sourcesIn).flatMap(refusalsIn);

test('there are refusals to read', () => {
  expect(refusals.length).toBeGreaterThan(700);
});

test.each([
  ['须写明理由（第三十五条（条文无数字））。', true],
  ['Give a reason (Art. 35 (no number in the text)).', true],
  ['须写明理由（第三十五条，条文无数字）；可以改期（另行报送）。', false],
  ['Give a reason (Art. 31(1)).', false],
])('%s nests brackets: %p', (sentence, nested) => {
  expect(nests(sentence)).toBe(nested);
});

test('no refusal has brackets within brackets', () => {
  expect(refusals.filter(nests)).toEqual([]);
});
