import type { ResendResult } from '../../api/contract.js';

type Found = ResendResult['rows'][number]['found'];

const zh = {
  open: '核实并重发',
  title: (rows: number) => `核实并重发 ${rows} 条`,
  lead: '先逐条向平台核实。只有平台确认拒绝、或确认没有的才重发；已经发出的记为送达；说不清的不动，仍由人工判断。结果不明的邮件不会重发。',
  reason: '理由（记入审计）',
  act: '核实并重发',
  close: '关闭',
  done: (rows: number, resent: number, kept: number) =>
    `核实了 ${rows} 条：重发 ${resent} 条，未重发 ${kept} 条。`,
  remaining: (rows: number) => `另有 ${rows} 条未处理，可再次执行。`,
  resent: '已重新排队发送',
  found: {
    rejected: '平台已拒绝',
    absent: '平台上没有',
    present: '平台上已有',
    doubled: '平台上有多条',
    pending: '尚无定论',
    inDoubt: '无法核实',
    accountStopped: '账号已停用',
    changed: '刚刚有变化',
    barred: '已更正、撤下，或地址停发',
  } satisfies Record<Found, string>,
  notResent: {
    rejected: '',
    absent: '',
    present: '不重发',
    doubled: '不重发，请到平台核对',
    pending: '不重发，请稍后再核实',
    inDoubt: '不重发，请人工判断',
    accountStopped: '不重发，请先恢复账号',
    changed: '未处理，请看最新状态',
    barred: '不重发',
  } satisfies Record<Found, string>,
};

const en: typeof zh = {
  open: 'Check and resend',
  title: (rows) => `Check and resend ${rows}`,
  lead: 'Each is first asked about at its platform. Only what the platform refused, or certainly does not have, is sent again; what is out is recorded as delivered; what nobody can tell stays for a person. A mail in doubt is never sent again.',
  reason: 'Reason (kept in the audit trail)',
  act: 'Check and resend',
  close: 'Close',
  done: (rows, resent, kept) => `${rows} checked: ${resent} sent again, ${kept} not.`,
  remaining: (rows) => `${rows} more were not looked at; press again.`,
  resent: 'queued again',
  found: {
    rejected: 'refused by the platform',
    absent: 'not on the platform',
    present: 'on the platform',
    doubled: 'several on the platform',
    pending: 'not decided yet',
    inDoubt: 'cannot be told',
    accountStopped: 'account stopped',
    changed: 'has just changed',
    barred: 'corrected, withdrawn, or its address is stopped',
  },
  notResent: {
    rejected: '',
    absent: '',
    present: 'not sent again',
    doubled: 'not sent again; look at the platform',
    pending: 'not sent again; check later',
    inDoubt: 'not sent again; decide by hand',
    accountStopped: 'not sent again; resume the account first',
    changed: 'left alone; see its new state',
    barred: 'not sent again',
  },
};

export const resendWords = { zh, en };
