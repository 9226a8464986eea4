import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** What the demo prints: bars where there is a terminal, plain lines where there is a pipe. */
export class Terminal {
  #bars: MultiBar | null = null;

  constructor(private readonly output: NodeJS.WriteStream = process.stdout) {}

  line(text = ''): void {
    if (this.#bars === null) this.output.write(`${text}\n`);
    // It is written over a bar of the last drawing, which the library does not wipe: what is left of it goes.
    else this.#bars.log(text.replace(/$/gmu, '\u001b[K') + '\n');
  }

  heading(zh: string, en: string): void {
    this.line();
    this.line(`━━ ${zh}  ${en}`);
  }

  /**
   * A bar per name, counted up by `step`; lines printed meanwhile stand above them. While bars are drawn the terminal
   * does not wrap: a line longer than 80 columns would be cut.
   */
  bars(totals: ReadonlyMap<string, number>): { step(name: string): void; end(): void } {
    if (!this.output.isTTY) return { step: () => undefined, end: () => undefined };
    const bars = new MultiBar(
      {
        format: '   {name} {bar} {value}/{total}',
        hideCursor: true,
        linewrap: false,
        barsize: 28,
        forceRedraw: true,
        stream: this.output,
      },
      Presets.rect,
    );
    this.#bars = bars;
    const byName = new Map<string, SingleBar>();
    for (const [name, total] of totals) byName.set(name, bars.create(total, 0, { name: padded(name) }));
    return {
      step: (name) => byName.get(name)?.increment(),
      end: () => {
        // Stopping throws away what was logged since the last drawing.
        bars.update();
        bars.stop();
        this.#bars = null;
      },
    };
  }
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) >= 0x2e80 ? 2 : 1), 0);

/** Pads to 24 columns, counting a Chinese character as two. */
const padded = (name: string): string => name + ' '.repeat(Math.max(0, 24 - width(name)));
