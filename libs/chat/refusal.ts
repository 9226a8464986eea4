import { say, type Reason } from '@koujing/kernel';

/** Every refusal of this lib but those of addresses, in one table. */
export const chatRefusal = {
  notFound: say(
    'chatNotFound',
    '没有这个群，请刷新后重选。',
    'There is no such group; reload and choose again.',
  ),
  unknownOrgan: (id: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field: 'organId',
    }),
  unknownKind: (kind: string): Reason =>
    say('unknownKind', `没有这种通知：${kind}。`, `There is no such kind of notice: ${kind}.`, {
      field: 'kinds',
    }),
  keyAgain: say(
    'keyAgain',
    '换了地址，签名密钥要一并重新填写。',
    'With another address the key must be given again.',
    { field: 'key' },
  ),
  noSignature: say(
    'noSignature',
    '企业微信的群机器人没有签名密钥，请留空。',
    'WeCom robots have no key for signatures; leave it empty.',
    { field: 'key' },
  ),
  signatureNeeded: say(
    'signatureNeeded',
    '请在机器人的安全设置里选“加签”或“签名校验”，并把密钥填在这里。',
    'Choose signing in the settings of the robot and give its key here.',
    { field: 'key' },
  ),
  stale: (revision: number): Reason =>
    say(
      'stale',
      `此群的设置已改到第 ${revision} 版，请刷新后再操作。`,
      `It is now at revision ${revision}; reload.`,
      {
        field: 'expectedRevision',
      },
    ),
} as const;
