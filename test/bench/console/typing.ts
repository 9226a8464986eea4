import type { Browser } from 'playwright-core';
import type { City } from '../../support/city.js';
import { aDraft, drafted, paragraph } from '../../support/release-way.js';
import { freshPage, type Throttle } from './open-pages.js';

const sentence = '11月22日14时20分许，青桥区临江路仓库发生火灾，造成1人死亡、5人受伤，转移群众300人。';
const strokes = 300;
/** As fast as people who write all day type: the live check asks in every pause that is a little longer. */
const betweenMs = 90;

interface Latency {
  readonly characters: number;
  readonly strokes: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** From the key to the next frame after it, as the page itself sees both. */
const watching = `
  window.strokes = [];
  document.addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.strokes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);`;

/** In the middle of a draft of 5,000 characters, full of facts, while the live check goes on. */
export const typingLatency = async (
  browser: Browser,
  city: City,
  throttle: Throttle | null,
): Promise<Latency> => {
  const desk = await city.desk('education');
  const each = 5;
  const count = Math.ceil(5_000 / (sentence.length * each));
  const blocks = Array.from({ length: count }, () => paragraph(sentence.repeat(each)));
  const { id } = await drafted(desk, aDraft({ organId: 'education', blocks, accountIds: ['portal'] }));
  const page = await freshPage(browser, city, { username: 'drafter', throttle });
  await page.addInitScript({ content: watching });
  await page.goto(`${city.address}/releases/${id}/edit`);
  await page.locator('#body .fact').first().waitFor({ timeout: 60_000 });
  await page
    .locator('#body p')
    .nth(Math.floor(count / 2))
    .click();
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    await page.keyboard.press('abcdefghij'.charAt(stroke % 10));
    await page.waitForTimeout(stroke % 20 === 19 ? 700 : betweenMs);
  }
  const waits = await page.evaluate<number[]>('window.strokes');
  await page.context().close();
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return {
    ...{ characters: count * each * sentence.length, strokes: sorted.length },
    ...{ p50Ms: at(0.5), p95Ms: at(0.95), maxMs: Math.round(sorted.at(-1) ?? 0) },
  };
};
