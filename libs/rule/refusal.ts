import { type Reason, say } from '@koujing/kernel';
import type { NumberValue, Words } from '@koujing/settings';

type Shown = NumberValue | null;

const isWhole = (value: Shown): value is Exclude<NumberValue, number | string> =>
  value !== null && typeof value === 'object';
const shown = (value: Shown): string => (value === null || isWhole(value) ? '—' : String(value));

/** Every refusal of this lib, in one table. */
export const ruleRefusal = {
  onlyAdministrator: say(
    'onlyOffice',
    '规则里的数字只有新闻办的管理员可以修改，请与其联系。',
    'Only an administrator of the office may change a number of the rules.',
  ),
  unknown: (key: string): Reason =>
    say('ruleUnknown', `没有可以在这里设置的 ${key}。`, `${key} is nothing that is set here.`, {
      field: 'key',
    }),
  notAllowed: ({ name, value }: { readonly name: Words; readonly value: Shown }, allowed: Words): Reason =>
    say(
      'ruleNumberNotAllowed',
      isWhole(value)
        ? `不能这样设置：${allowed.zh}。`
        : `${name.zh}填的是 ${shown(value)}，应为：${allowed.zh}。`,
      isWhole(value)
        ? `It may not be set so: ${allowed.en}.`
        : `${name.en} is ${shown(value)}; allowed: ${allowed.en}.`,
      { field: 'value' },
    ),
  same: (value: Shown): Reason =>
    say(
      'ruleNumberSame',
      isWhole(value) ? '与现在的相同，没有改动。' : `现在就是 ${shown(value)}，没有改动。`,
      isWhole(value) ? 'It is the same already.' : `It is ${shown(value)} already.`,
      { field: 'value' },
    ),
  stale: (now: Shown, by: string | null): Reason =>
    say(
      'stale',
      `在您查看之后，${by ?? '别人'}把它改${isWhole(now) ? '了' : `成了 ${shown(now)}`}，请关闭后重新打开。`,
      `${by ?? 'Somebody'} has changed it${isWhole(now) ? '' : ` to ${shown(now)}`} since you looked; close this and open it again.`,
      { field: 'seen' },
    ),
  notSet: say('ruleNumberNotSet', '这个数字没有在控制台设置过。', 'This number was not set in the console.'),
};
