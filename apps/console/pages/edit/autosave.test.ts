import { expect, test } from '@jest/globals';
import { Autosave, autosavePauseMs } from './autosave.js';

/** A server that answers when it is told to, and a clock that goes when it is told to. */
const aHouse = () => {
  let now = 0;
  let due: { at: number; act: () => void }[] = [];
  const answers: { kept: (value: string) => void; failed: () => void }[] = [];
  const seen: string[] = [];
  let text = '';
  const autosave = new Autosave<string>(
    {
      send: () => {
        seen.push(text);
        return new Promise((kept, failed) => answers.push({ kept, failed: () => failed(new Error('cut')) }));
      },
      onKept: (kept) => seen.push(`kept ${kept}`),
      onFailed: () => true,
    },
    {
      now: () => now,
      after: (ms, act) => {
        const one = { at: now + ms, act };
        due.push(one);
        return () => {
          due = due.filter((other) => other !== one);
        };
      },
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    autosave,
    seen,
    type: (more: string) => {
      text += more;
      autosave.changed();
    },
    pass: async (ms: number) => {
      now += ms;
      const ripe = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { act } of ripe) act();
      await settle();
    },
    answer: async (how: 'kept' | 'failed') => {
      const asked = answers.shift();
      if (how === 'kept') asked?.kept('it');
      else asked?.failed();
      await settle();
    },
  };
};

test('what is typed in one breath is kept once, after a pause', async () => {
  const { type, pass, seen } = aHouse();
  type('停');
  await pass(autosavePauseMs - 1);
  type('水');
  await pass(autosavePauseMs - 1);
  expect(seen).toEqual([]);
  await pass(1);
  expect(seen).toEqual(['停水']);
});

test('who types without a pause is kept all the same', async () => {
  const { type, pass, seen } = aHouse();
  for (let seconds = 0; seconds < 16; seconds += 1) {
    type('字');
    await pass(1_000);
  }
  expect(seen.length).toBeGreaterThan(0);
});

test('while one is on its way no other is sent; what came in between is kept after it', async () => {
  const { type, pass, answer, seen } = aHouse();
  type('一');
  await pass(autosavePauseMs);
  type('二');
  await pass(autosavePauseMs * 2);
  expect(seen).toEqual(['一']);
  await answer('kept');
  await pass(autosavePauseMs);
  expect(seen).toEqual(['一', 'kept it', '一二']);
});

test('a keeping that failed is tried again without a further stroke', async () => {
  const { type, pass, answer, seen } = aHouse();
  type('一');
  await pass(autosavePauseMs);
  await answer('failed');
  await pass(30_000);
  expect(seen).toEqual(['一', '一']);
});

test('a page that goes is kept at once, and a stopped one never again', async () => {
  const { autosave, type, pass, seen } = aHouse();
  type('一');
  autosave.hurry();
  expect(seen).toEqual(['一']);
  autosave.stop();
  type('二');
  await pass(60_000);
  expect(seen).toEqual(['一']);
});
