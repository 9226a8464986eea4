import type { HealthFinding } from '@koujing/channel';
import { civilTime, minuteInEnglish } from '@koujing/kernel';

const perNames = { second: '每秒', minute: '每分钟', hour: '每小时', day: '每日', month: '每月' } as const;
const rateNames: Readonly<Record<string, string>> = { calls: '接口调用', posts: '发布', messages: '邮件' };

/** What the ledger itself knows to be in the way of an account. */
export const healthReason = {
  disabled: {
    severity: 'block',
    code: 'accountDisabled',
    message: '账号已停用。',
    messageEn: 'The account is disabled.',
  },
  stopped: (reason: string | null): HealthFinding => ({
    severity: 'block',
    code: 'accountStopped',
    message: `账号已停止发送，等待运维人员处理${reason === null ? '' : `：${reason}`}。`,
    messageEn: `The account sends nothing until an operator has seen to it${reason === null ? '' : `: ${reason}`}.`,
  }),
  resting: (until: Date): HealthFinding => ({
    severity: 'warn',
    code: 'accountResting',
    message: `账号连续失败，暂停到 ${civilTime(until)}。`,
    messageEn: `The account failed repeatedly and rests until ${minuteInEnglish(until)}.`,
  }),
  tokenEnds: (at: Date, needed: Date): HealthFinding => ({
    severity: 'block',
    code: 'tokenEnds',
    message: `授权将于 ${civilTime(at)} 到期，早于发布时间 ${civilTime(needed)}，须由人重新授权。`,
    messageEn: `The authorisation ends at ${minuteInEnglish(at)}, before ${minuteInEnglish(needed)}; a person must renew it.`,
  }),
  tokenUnavailable: (said: string, permanent: boolean): HealthFinding => ({
    severity: permanent ? 'block' : 'warn',
    code: permanent ? 'tokenRefused' : 'tokenUnavailable',
    message: permanent ? `平台拒绝了账号凭据：${said}` : `暂时取不到令牌：${said}`,
    messageEn: permanent
      ? `The platform refuses the account's credentials: ${said}`
      : `No token is to be had at present: ${said}`,
  }),
  quotaUsedUp: (rate: QuotaFacts, opensAt: Date): HealthFinding => ({
    severity: 'block',
    code: 'quotaUsedUp',
    message: `${perNames[rate.per]}${rateNames[rate.name] ?? rate.name} ${rate.count} 次已用完，${civilTime(opensAt)} 恢复。`,
    messageEn: `All ${rate.count} ${rate.name} per ${rate.per} are used; they return at ${minuteInEnglish(opensAt)}.`,
  }),
  quotaLow: (rate: QuotaFacts, left: number): HealthFinding => ({
    severity: 'warn',
    code: 'quotaLow',
    message: `${perNames[rate.per]}${rateNames[rate.name] ?? rate.name} ${rate.count} 次只剩 ${left} 次。`,
    messageEn: `Only ${left} of ${rate.count} ${rate.name} per ${rate.per} are left.`,
  }),
  notExamined: (said: string): HealthFinding => ({
    severity: 'warn',
    code: 'notExamined',
    message: `检查未能完成：${said}`,
    messageEn: `The check could not be completed: ${said}`,
  }),
} as const satisfies Record<string, HealthFinding | ((...given: never[]) => HealthFinding)>;

interface QuotaFacts {
  readonly name: string;
  readonly count: number;
  readonly per: keyof typeof perNames;
}
