import { act, type ActWords } from './act.js';

/** Acts upon persons and their ways in. */
export const accessActWords: Readonly<Record<string, ActWords>> = {
  'person.add': act('增加了', 'added'),
  'person.revise': act('修改了', 'revised'),
  'person.retire': act('停用了', 'retired'),
  'person.restore': act('恢复了', 'restored'),
  'person.resetPassword': act('重设了密码：', 'reset the password of'),
  'person.changePassword': { zh: '更改了自己的密码', en: 'changed their own password', alone: true },
  'person.proposeChange': act('提出变更，待另一人确认：', 'proposed a change, to be confirmed, for'),
  'person.confirmChange': act(
    '确认了另一位管理员提出的变更：',
    'confirmed what another administrator proposed for',
  ),
  'person.declineChange': act('没有同意或撤销了变更：', 'declined or took back a change for'),
  'person.resetFactor': act('重置了两步验证：', 'reset the second factor of'),
  'person.endSessions': act('结束了登录：', 'ended the sessions of'),
  'person.enrolFactor': { zh: '启用了两步验证', en: 'set up a second factor', alone: true },
  'person.removeFactor': { zh: '停用了自己的两步验证', en: 'removed their own second factor', alone: true },
  'person.renewRecoveryCodes': { zh: '换了一组恢复码', en: 'renewed their recovery codes', alone: true },
  'person.linkAccount': act('登记了统一身份账号：', "registered an organ's account for"),
  'person.unlinkAccount': act('取消了统一身份账号：', "took away the organ's account of"),
  'person.bindAccount': {
    zh: '第一次用统一身份账号登录',
    en: "signed in with their organ's account for the first time",
    alone: true,
  },
  'session.openByAccount': {
    zh: '用统一身份账号登录',
    en: "signed in with their organ's account",
    alone: true,
  },
  'session.refuseAccount': act('没有让统一身份账号登录：', "refused the organ's account of"),
  'session.recoveryCode': { zh: '用了一枚恢复码', en: 'used a recovery code', alone: true },
  'session.end': { zh: '结束了自己在一处的登录', en: 'ended one of their sessions', alone: true },
  'session.endOthers': { zh: '结束了自己在别处的登录', en: 'ended their other sessions', alone: true },
  'person.grantListed': act('按人员文件授予角色：', 'granted roles, as the file of people lists, to'),
  'person.sealBreakGlass': act('封存了', 'sealed'),
  'session.breakGlass': { zh: '启用了应急账号', en: 'used the emergency account', alone: true },
  'session.open': { zh: '登录', en: 'signed in', alone: true },
  'session.close': { zh: '退出登录', en: 'signed out', alone: true },
  'session.stepUp': { zh: '再次确认身份', en: 'proved their identity once more', alone: true },
};
