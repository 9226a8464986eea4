import { type Reason, say } from '@koujing/kernel';

type Shown = number | string | null;
interface Words {
  readonly zh: string;
  readonly en: string;
}

const shown = (value: Shown): string => (value === null ? '—' : String(value));

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
      `${name.zh}填的是 ${shown(value)}，应为：${allowed.zh}。`,
      `${name.en} is ${shown(value)}; allowed: ${allowed.en}.`,
      { field: 'value' },
    ),
  same: (value: Shown): Reason =>
    say('ruleNumberSame', `现在就是 ${shown(value)}，没有改动。`, `It is ${shown(value)} already.`, {
      field: 'value',
    }),
  stale: (now: Shown, by: string | null): Reason =>
    say(
      'stale',
      `在您查看之后，${by ?? '别人'}把它改成了 ${shown(now)}，请关闭后重新打开。`,
      `${by ?? 'Somebody'} has changed it to ${shown(now)} since you looked; close this and open it again.`,
      { field: 'seen' },
    ),
  notSet: say('ruleNumberNotSet', '这个数字没有在控制台设置过。', 'This number was not set in the console.'),
};
