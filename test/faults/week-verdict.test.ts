import { expect, test } from '@jest/globals';
import { Model } from '../bench/week/model.js';
import { actsOf, asideOf } from '../bench/week/script.js';
import {
  judge,
  type Seen,
  type SeenRelease,
  type SeenRow,
  type TakenOfRelease,
} from '../bench/week/verdict.js';

/** Work 2 of the week is published and corrected; work 3 is a plan. */
const corrected = 2;
const plan = 3;

const played = (): Model => {
  const model = new Model();
  for (const n of [corrected, plan])
    model.work(n).steps.forEach((_, step) => {
      model.take({ event: 'asked', n, step });
      model.take({ event: 'acknowledged', n, step, id: `id-${n}` });
    });
  model.take({ event: 'ruled', finding: 'f1' });
  model.take({ event: 'receipt', delivery: 'portal-send', remoteId: 'r/id-2.html' });
  return model;
};

const row = (channel: string, operation: string, recipient = ''): SeenRow => ({
  ...{ id: `${channel}${recipient}-${operation}`, channel, operation, recipient, version: 1 },
  ...{ state: 'delivered', remoteId: channel === 'portal' ? 'r/id-2.html' : `${channel}-1` },
});
const recipients = ['desk.r2@news.example', 'night.r2@news.example'];

const whole = (): Seen & {
  release: { -readonly [K in keyof SeenRelease]: SeenRelease[K] };
  onPlatforms: { -readonly [K in keyof TakenOfRelease]: TakenOfRelease[K] };
} => {
  const acts: Record<string, number> = {};
  for (const act of played().work(corrected).steps.flatMap(actsOf)) acts[act] = (acts[act] ?? 0) + 1;
  const release = {
    ...{ state: 'released', acts },
    rows: [
      ...['portal', 'weibo', 'wechat'].flatMap((channel) => [row(channel, 'send'), row(channel, 'correct')]),
      ...recipients.flatMap((each) => [row('email', 'send', each), row('email', 'correct', each)]),
    ],
  };
  const onPlatforms: TakenOfRelease = {
    page: 'corrected',
    weibo: { standing: ['【更正】'], gone: ['原文'] },
    wechat: { standing: ['【更正】'], gone: ['原文'] },
    mails: Object.fromEntries(recipients.map((each) => [each, ['', '更正']])),
  };
  return {
    ...{ release, onPlatforms },
    releases: new Map([['id-2', release]]),
    others: new Map([['id-3', 'approved']]),
    ruled: new Set(['f1']),
    taken: new Map([['id-2', onPlatforms]]),
    ...{ chainFault: null, unlikeRebuilt: [] },
  };
};

const found = (seen: Seen, model = played()): readonly string[] =>
  judge(model, seen).map(({ is, what }) => `${is}: ${what}`);

test('a week in which everything that was acknowledged is there once has nothing to complain of', () => {
  expect(found(whole())).toEqual([]);
});

test('a row that somebody dropped behind the house’s back is found, and with it its receipt', () => {
  const seen = whole();
  seen.release.rows = seen.release.rows.filter(
    ({ channel, operation }) => channel !== 'portal' || operation !== 'send',
  );
  expect(found(seen)).toEqual([
    'lost: the portal row  of a corrected release',
    'lost: the receipt r/id-2.html of delivery portal-send',
  ]);
});

test.each([
  ['a signature', 'signature.contentApproval.agree', 1, 'lost: signature.contentApproval.agree: 1 of 2'],
  ['the click', 'release.publish', 0, 'lost: release.publish: 0 of 1'],
  ['the click, twice', 'release.publish', 2, 'doubled: release.publish: 2 of 1'],
])('an entry of the trail: %s', (_, act, there, sentence) => {
  const seen = whole();
  seen.release.acts = { ...seen.release.acts, [act]: there };
  expect(found(seen)).toEqual([sentence]);
});

test('a release, a plan, a step of a plan and a ruling that are gone are found', () => {
  expect(found({ ...whole(), releases: new Map() })).toContain('lost: the corrected release id-2');
  expect(found({ ...whole(), others: new Map() })).toEqual(['lost: the plan id-3']);
  expect(found({ ...whole(), others: new Map([['id-3', 'proposed']]) })).toEqual([
    'lost: step 3 of the plan: it is proposed',
  ]);
  expect(found({ ...whole(), ruled: new Set() })).toEqual(['lost: the ruling on f1']);
});

/** Of every sixth round, and of every other third one. */
const [appointment, conference] = [asideOf(6) ?? 0, asideOf(3) ?? 0];

test('a conference and an appointment are beside the work of a round, and change the number of no other', () => {
  expect([1, 2, 4].map(asideOf)).toEqual([null, null, null]);
  const model = new Model();
  expect([model.work(conference).kind, model.work(appointment).kind]).toEqual(['conference', 'appointment']);
  expect(model.work(corrected).kind).toBe('corrected');
});

test.each([
  ['is signed', [conference, 4], 'approved', []],
  ['is signed, and the house knows only of the office’s answer', [conference, 4], 'signing', [4]],
  ['is applied for, the answer of the office on its way', [conference, 2], 'signing', []],
  ['is applied for, and is a draft again', [conference, 2], 'draft', [2]],
  ['is there twice after one was asked for', [conference, 1], 'there 2 times', [1]],
  ['is appointed', [appointment, 1], 'appointed', []],
  ['has ended, and stands again', [appointment, 2], 'appointed', [2]],
  ['is gone', [appointment, 2], undefined, []],
] as const)('what is beside: it %s', (_, [n, steps], state, lostSteps) => {
  const model = new Model();
  for (let step = 0; step < steps; step += 1) {
    model.take({ event: 'asked', n, step });
    model.take({ event: 'acknowledged', n, step, id: `id-${n}` });
  }
  const others = new Map(state === undefined ? [] : [[`id-${n}`, state] as const]);
  const { kind } = model.work(n);
  expect(found({ ...whole(), others }, model)).toEqual(
    state === undefined
      ? [`lost: the ${kind} id-${n}`]
      : lostSteps.map((step) => `lost: step ${step} of the ${kind}: it is ${state}`),
  );
});

test('what a platform took twice, or never, or shows no more, is found', () => {
  const twice = whole();
  twice.onPlatforms.weibo = { standing: ['【更正】', '【更正】'], gone: [] };
  twice.onPlatforms.mails = { ...twice.onPlatforms.mails, [recipients[0] ?? '']: ['', '', '更正'] };
  expect(found(twice)).toEqual([
    'doubled: weibo: 2 stand, 0 gone',
    'doubled: desk.r2@news.example got   更正',
  ]);
  const never = whole();
  never.onPlatforms.page = 'shown';
  never.onPlatforms.wechat = { standing: [], gone: ['原文'] };
  never.onPlatforms.mails = {};
  expect(found(never)).toEqual([
    'lost: the page is shown, not corrected',
    'lost: nothing stands on wechat',
    'lost: the mail to desk.r2@news.example',
    'lost: the mail to night.r2@news.example',
  ]);
});

test('a row that moves no more and one that asks for a person where none is needed are found; a mail may ask', () => {
  const seen = whole();
  const states: Readonly<Record<string, string>> = {
    'weibo-correct': 'unknown',
    'wechat-send': 'needsPerson',
    'emaildesk.r2@news.example-send': 'needsPerson',
  };
  seen.release.rows = seen.release.rows.map((each) => ({ ...each, state: states[each.id] ?? each.state }));
  expect(found(seen)).toEqual(['stuck: weibo correct  is unknown', 'person: wechat send asks for a person']);
});

test('a broken chain and a portal that is not what a rebuild gives are found', () => {
  expect(found({ ...whole(), chainFault: '第 7 条不见了', unlikeRebuilt: ['feed.xml'] })).toEqual([
    'chainBroken: 第 7 条不见了',
    'portalNotWhole: feed.xml',
  ]);
});

test('a step whose answer never came may have been taken or not, but not twice', () => {
  const model = played();
  Object.assign(model.work(corrected), { done: 10, asked: 11 });
  const acts = (correct: number): Seen => {
    const seen = whole();
    seen.release.acts = { ...seen.release.acts, 'release.correct': correct };
    return seen;
  };
  expect(model.work(corrected).steps[10]).toBe('correct');
  expect(found(acts(0), model)).toEqual([]);
  expect(found(acts(1), model)).toEqual([]);
  expect(found(acts(2), model)).toEqual(['doubled: release.correct: 2 of 0']);
});
