import { say, type Reason } from '@koujing/kernel';

/** Why an account of the organ's identity provider opens nothing here, or is not linked. */
export const organAccountRefusal = {
  organAccountOff: say(
    'organAccountOff',
    '本系统没有接入单位统一身份，请用用户名和密码登录。',
    "The organ's accounts are not connected here; sign in with user name and password.",
  ),
  providerAway: say(
    'providerAway',
    '统一身份系统暂时连不上，请稍后再试；也可以用用户名和密码登录。',
    "The organ's identity provider cannot be reached; try again later, or sign in with user name and password.",
  ),
  wayBackLost: say(
    'wayBackLost',
    '这一次统一身份登录已经失效、用过或被改动过，没有登录；请重新点“用单位统一身份登录”。',
    'This sign-in is over, was used already or was tampered with, and opened nothing; begin again.',
  ),
  providerSaidNo: (error: string): Reason =>
    say(
      'providerSaidNo',
      `统一身份系统没有完成这次登录（${error}）；请重新登录，仍不行请联系统一身份系统的管理员。`,
      `The organ's identity provider did not complete the sign-in (${error}); try again, or ask its administrator.`,
    ),
  providerToldNot: (claim: string): Reason =>
    say(
      'providerToldNot',
      `统一身份系统没有给出“${claim}”，无法确认您是谁；请联系管理员核对配置。`,
      `The organ's identity provider does not tell "${claim}", so it is unknown who you are; ask the administrator.`,
    ),
  claimRequired: (claim: string): Reason =>
    say(
      'claimRequired',
      `您的统一身份账号不符合本系统要求的“${claim}”，不能登录；请联系管理员。`,
      `Your organ's account does not meet what is asked for in "${claim}"; ask the administrator.`,
    ),
  accountUnknown: (name: string): Reason =>
    say(
      'accountUnknown',
      `统一身份账号“${name}”还没有登记给本系统的任何人员；请管理员在“设置 › 人员与角色”登记后再登录。`,
      `The account "${name}" is registered for nobody here; an administrator does that under Settings › People.`,
    ),
  accountHandedOn: (name: string): Reason =>
    say(
      'accountHandedOn',
      `统一身份账号“${name}”已不是第一次登录时的那一个（可能改给了别人），没有登录；请管理员核对后重新登记。`,
      `The account "${name}" is not the one that signed in first; an administrator looks at it and registers it anew.`,
    ),
  accountRetired: say(
    'accountRetired',
    '您在本系统的登记已停用，不能登录；请联系管理员。',
    'Your entry here is retired; ask an administrator.',
  ),
  accountNameTaken: (name: string): Reason =>
    say(
      'accountNameTaken',
      `统一身份账号“${name}”已登记给另一个人，请核对。`,
      `The account "${name}" is registered for somebody else.`,
      { field: 'name' },
    ),
  noOrganAccount: say(
    'noOrganAccount',
    '此人没有登记统一身份账号。',
    "No organ's account is registered for this person.",
  ),
  sameOrganAccount: say(
    'sameOrganAccount',
    '登记的就是这个统一身份账号，没有改动。',
    'This account is registered already.',
    { field: 'name' },
  ),
} as const;
