import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { DeliveryView } from '../../../libs/dispatch/dispatch.api.js';
import { receiptText } from './dispatch-show.js';
import { Terminal } from './terminal.js';

const escape = '\u001b';
const parts = new RegExp(String.raw`${escape}\[[?\d;]*[A-Za-z]|[\s\S]`, 'gu');
const control = new RegExp(String.raw`^${escape}\[(\??)(\d*)([A-Za-z])$`, 'u');
const columns = 80;
const widthOf = (sign: string): number => (sign.charCodeAt(0) >= 0x2e80 ? 2 : 1);

/** What a person sees on a terminal of 80 columns: enough of a terminal for what cli-progress writes. */
class Screen extends Writable {
  readonly isTTY = true;
  readonly columns = columns;
  readonly #rows: string[][] = [[]];
  #row = 0;
  #column = 0;
  #wraps = true;
  cut = false;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    for (const [part] of chunk.toString().matchAll(parts)) this.#take(part);
    done();
  }

  text(): string {
    return this.#rows.map((row) => row.join('').trimEnd()).join('\n');
  }

  #take(part: string): void {
    const code = control.exec(part);
    if (code !== null) this.#control(`${code[1]}${code[3]}`, code[2] ?? '');
    else if (part === '\n') {
      this.#column = 0;
      this.#row += 1;
    } else this.#put(part);
  }

  #control(name: string, value: string): void {
    if (name === 'A') this.#row = Math.max(0, this.#row - Number(value || 1));
    else if (name === 'G') this.#column = Number(value || 1) - 1;
    else if (name === 'K') this.#line().splice(value === '2' ? 0 : this.#column);
    else if (name === '?l' || name === '?h') this.#wraps = value === '7' ? name === '?h' : this.#wraps;
    else throw new Error(`the screen does not know ${name} ${value}`);
  }

  #put(sign: string): void {
    if (this.#column + widthOf(sign) > columns) {
      this.cut ||= !this.#wraps;
      if (!this.#wraps) return;
      this.#column = 0;
      this.#row += 1;
    }
    const line = this.#line();
    while (line.length < this.#column) line.push(' ');
    line[this.#column] = sign;
    if (widthOf(sign) === 2) line[this.#column + 1] = '';
    this.#column += widthOf(sign);
  }

  #line(): string[] {
    while (this.#rows.length <= this.#row) this.#rows.push([]);
    return this.#rows[this.#row] as string[];
  }
}

const onScreen = (): { screen: Screen; terminal: Terminal } => {
  const screen = new Screen();
  return { screen, terminal: new Terminal(screen as unknown as NodeJS.WriteStream) };
};

const delivered = (accountName: string, change: Partial<DeliveryView>): DeliveryView =>
  ({ accountName, recipient: '', state: 'delivered', receipt: null, ...change }) as DeliveryView;

const page = 'http://127.0.0.1:8080/r/01a21533-ed70-7083-828a-760bc47a5f95.html';

test('every receipt stands on the screen, the last one too, whole and without the rests of a bar', () => {
  const { screen, terminal } = onScreen();
  const bars = terminal.bars(
    new Map([
      ['滨海市人民政府门户网站', 1],
      ['媒体邮件', 2],
      ['滨海发布（微信公众号）', 1],
    ]),
  );
  const rows = [
    delivered('滨海市人民政府门户网站', { receipt: { remoteId: 'r', url: page } }),
    delivered('媒体邮件', { recipient: 'business-coast@binhai-daily.example' }),
    delivered('媒体邮件', { recipient: 'city@binhai-daily.example' }),
    delivered('滨海发布（微信公众号）', {
      receipt: { remoteId: 'w', url: 'http://127.0.0.1:8090/wechat/s/1' },
    }),
  ];
  for (const row of rows) {
    bars.step(row.accountName);
    terminal.line(receiptText(row, row.recipient === '' ? '' : '商报海岸编辑部'));
  }
  bars.end();
  terminal.line('   4 个回执。');
  expect(screen.text().split('\n').slice(0, 6)).toEqual([
    '   ✓ 滨海市人民政府门户网站',
    `     ${page}`,
    '   ✓ 媒体邮件 → 商报海岸编辑部 business-coast@binhai-daily.example',
    '   ✓ 媒体邮件 → 商报海岸编辑部 city@binhai-daily.example',
    '   ✓ 滨海发布（微信公众号）',
    '     http://127.0.0.1:8090/wechat/s/1',
  ]);
  expect(screen.text()).toMatch(/微信公众号） +■+ 1\/1\n {3}4 个回执。$/u);
  expect(screen.cut).toBe(false);
});

test('what was refused says why', () => {
  const refused = delivered('媒体邮件', {
    ...{ recipient: 'a@b.example', state: 'rejected', lastCode: '550', lastMessage: '没有这个邮箱' },
  });
  expect(receiptText(refused, '晚报')).toBe('   ✗ 媒体邮件 → 晚报 a@b.example\n     550 没有这个邮箱');
});

test('into a pipe go plain lines and no bars', () => {
  const { screen, terminal } = onScreen();
  Object.defineProperty(screen, 'isTTY', { value: false });
  const bars = terminal.bars(new Map([['门户', 1]]));
  bars.step('门户');
  terminal.line('一行');
  bars.end();
  expect(screen.text()).toBe('一行');
});
