import { type Reason, say } from '@koujing/kernel';

/** What stands against recording a look at a credential, and against somebody without one (Art.20). */
export const accreditationRefusal = {
  unknownCredential: (found: string, allowed: string): Reason =>
    say('unknownCredential', `没有这种证件：${found}。`, `There is no such credential: ${found}.`, {
      field: 'credential',
      allowed,
    }),
  unknownRegister: (found: string, allowed: string): Reason =>
    say('unknownRegister', `没有这种核验途径：${found}。`, `There is no such way to verify: ${found}.`, {
      field: 'register',
      allowed,
    }),
  numberNeeded: say('numberNeeded', '请填写证件号码。', 'The number of the credential is needed.', {
    field: 'number',
  }),
  validToNeeded: say('validToNeeded', '请填写证件的有效期。', 'The last day of validity is needed.', {
    field: 'validTo',
  }),
  leaderNeeded: say(
    'leaderNeeded',
    '未持证采编人员须由持证记者带领，请写明是哪一位（新闻记者证管理办法第十六条）。',
    'Staff without a card must be led by a holder; name the holder.',
    { field: 'ledById' },
  ),
  leaderNotHolder: (name: string): Reason =>
    say(
      'leaderNotHolder',
      `${name}本人没有在有效期内的证件，不能带领他人采访。`,
      `${name} holds no valid credential and cannot lead others.`,
      { field: 'ledById' },
    ),
  leaderNotWanted: say(
    'leaderNotWanted',
    '持证记者不必由他人带领。',
    'Who holds a card is not led by anybody.',
    {
      field: 'ledById',
    },
  ),
  unknownMatter: say('unknownMatter', '没有这个事项，请刷新后重选。', 'There is no such matter.', {
    field: 'matterId',
  }),
  missing: (name: string): Reason =>
    say(
      'accreditationMissing',
      `${name}的证件尚未核验登记。受理采访或准予入场前，须请记者出示合法有效证件并登记（第二十条）。`,
      `The credentials of ${name} were not checked yet; they must be shown and registered first (Art.20).`,
      { field: 'reporterId' },
    ),
  expired: (name: string, until: string): Reason =>
    say(
      'accreditationExpired',
      `${name}的证件已于 ${until} 到期，须重新核验登记（第二十条）。`,
      `The credentials of ${name} ended on ${until}; they must be checked anew (Art.20).`,
      { field: 'reporterId' },
    ),
  confirmed: (name: string): Reason =>
    say(
      'officiallyConfirmed',
      `${name}的证件已由官方渠道确认有效，不得以证件为由拒绝（第二十条）。`,
      `An official register confirms the credentials of ${name}; they may not be refused for want of them (Art.20).`,
      { field: 'reason' },
    ),
} as const;
