import type { Beyond, DeferReason, Fix } from '@koujing/channel';

/** What an error code means for a post. `unknown`: it may be on the timeline, look before anything else. */
export type WeiboMeaning =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'token' }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'deferred';
      readonly reason: DeferReason;
      readonly delayMs: number;
      readonly once?: true;
    }
  | { readonly kind: 'rejected'; readonly fix: Fix; readonly beyond?: Beyond };

const unknown: WeiboMeaning = { kind: 'unknown' };
const token: WeiboMeaning = { kind: 'token' };
const content: WeiboMeaning = { kind: 'rejected', fix: 'content' };
/** This post only: a mistake of the program or of the platform, which an operator must read. */
const operator: WeiboMeaning = { kind: 'rejected', fix: 'operator' };
/** Every other post would be refused as well. */
const stop: WeiboMeaning = { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' };
/** A captcha can be answered only by a person on the platform's own page. */
const byHand: WeiboMeaning = { kind: 'rejected', fix: 'operator', beyond: 'handOver' };
const waitMinutes = (minutes: number): WeiboMeaning => ({
  kind: 'deferred',
  reason: 'rate',
  delayMs: minutes * 60_000,
});

/** "The same text is there already": either our own earlier try, or somebody else's post. */
export const repeated = [20017, 20019, 20111] as const;
/** Success delivered as an error: the post is there and shows up later. It is never posted again. */
export const postedLate = 20_032;

const meanings: readonly (readonly [WeiboMeaning, readonly number[]])[] = [
  // The system failed somewhere on the way: the post may stand.
  [unknown, [10001, 10002, 10003, 10009, 10010, 10011]],
  // "Repeated": most likely our own earlier try got through.
  [unknown, repeated],
  [{ kind: 'accepted' }, [postedLate]],
  [stop, [10004, 10005, 10006, 10012, 10013, 10014, 21321]],
  [operator, [10008, 10016, 10020, 10021]],
  [content, [10007, 10017, 10018]],
  // The window may be an hour's or the day's; asking again each hour costs no call against the quota.
  [waitMinutes(60), [10022, 10023, 10024]],
  [content, [20005, 20006, 20007, 20008, 20012, 20013]],
  [{ kind: 'deferred', reason: 'transient', delayMs: 1_000, once: true }, [20014]],
  [stop, [20015, 20022, 20023, 20033]],
  [waitMinutes(10), [20016]],
  [content, [20018, 20020, 20021, 21602]],
  [byHand, [20031, 20507]],
  [{ kind: 'gone' }, [20101]],
  [operator, [20102, 20104, 20109]],
  [token, [21301, 21314, 21315, 21316, 21317, 21319, 21327, 21332]],
];

/** CHANNELS B5, every code. */
export const weiboErrors: ReadonlyMap<number, WeiboMeaning> = new Map(
  meanings.flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const)),
);

/**
 * A code that is in no table: on HTTP 5xx the post may stand, otherwise an operator looks.
 * The worse mistake would be to repeat it as if nothing had happened.
 */
export const meaningOf = (code: number, httpStatus: number): WeiboMeaning =>
  weiboErrors.get(code) ?? (httpStatus >= 500 ? unknown : operator);
