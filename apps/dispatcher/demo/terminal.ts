import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** What the demo prints: bars where there is a terminal, plain lines where there is a pipe. */
export class Terminal {
  #bars: MultiBar | null = null;

  line(text = ''): void {
    if (this.#bars === null) console.log(text);
    else this.#bars.log(`${text}\n`);
  }

  heading(zh: string, en: string): void {
    this.line();
    this.line(`━━ ${zh}  ${en}`);
  }

  /** A bar per name, counted up by `step`; lines printed meanwhile stand above them. */
  bars(totals: ReadonlyMap<string, number>): { step(name: string): void; end(): void } {
    if (!process.stdout.isTTY) return { step: () => undefined, end: () => undefined };
    const bars = new MultiBar(
      {
        format: '   {name} {bar} {value}/{total}',
        hideCursor: true,
        linewrap: false,
        barsize: 28,
        forceRedraw: true,
      },
      Presets.rect,
    );
    this.#bars = bars;
    const byName = new Map<string, SingleBar>();
    for (const [name, total] of totals) byName.set(name, bars.create(total, 0, { name: padded(name) }));
    return {
      step: (name) => byName.get(name)?.increment(),
      end: () => {
        bars.stop();
        this.#bars = null;
      },
    };
  }
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0);

/** Pads to 20 columns, counting a Chinese character as two. */
const padded = (name: string): string => name + ' '.repeat(Math.max(0, 20 - width(name)));
