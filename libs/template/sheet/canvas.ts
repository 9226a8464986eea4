import { crc32, deflateSync } from 'node:zlib';

type Quad = readonly [number, number, number, number];
type Point = readonly [x: number, y: number];
type Line = readonly Point[];

/** So many looks at each point in each direction: letters of twelve points need soft edges. */
const looks = 4;

/** Points on white, enough for charts: filled outlines, and nothing that charts do not have. */
export class Canvas {
  readonly #points: Buffer;

  constructor(
    readonly width: number,
    readonly height: number,
    paper: string,
  ) {
    this.#points = Buffer.alloc(width * height * 3);
    const [red, green, blue] = rgbOf(paper);
    for (let at = 0; at < this.#points.length; at += 3) this.#points.set([red, green, blue], at);
  }

  rectangle([x, y, width, height]: Quad, colour: string): void {
    this.fill(
      [
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ],
      ],
      colour,
    );
  }

  line([x1, y1, x2, y2]: Quad, thick: number, colour: string): void {
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [dx, dy] = [((y2 - y1) / length) * (thick / 2), ((x1 - x2) / length) * (thick / 2)];
    this.fill(
      [
        [
          [x1 + dx, y1 + dy],
          [x2 + dx, y2 + dy],
          [x2 - dx, y2 - dy],
          [x1 - dx, y1 - dy],
        ],
      ],
      colour,
    );
  }

  /** Closed lines by the rule of winding: a hole of a letter runs the other way round. */
  fill(lines: readonly Line[], colour: string): void {
    const edges = lines.flatMap(edgesOf);
    const [left, right] = bounds(
      edges.flatMap(([x1, , x2]) => [x1, x2]),
      this.width,
    );
    const [top, bottom] = bounds(
      edges.flatMap(([, y1, , y2]) => [y1, y2]),
      this.height,
    );
    const rgb = rgbOf(colour);
    // Only where the shape is: a chart has hundreds of short strokes.
    const cover = new Float64Array(right - left);
    for (let row = top; row < bottom; row += 1) {
      cover.fill(0);
      for (let look = 0; look < looks; look += 1)
        spread(edges, { y: row + (look + 0.5) / looks, left, cover });
      for (const [x, covered] of cover.entries()) if (covered > 0) this.#mix(row, left + x, rgb, covered);
    }
  }

  #mix(row: number, x: number, rgb: readonly number[], cover: number): void {
    const at = (row * this.width + x) * 3;
    const share = Math.min(1, cover / looks);
    for (let part = 0; part < 3; part += 1) {
      const was = this.#points[at + part] ?? 0;
      this.#points[at + part] = Math.round(was + ((rgb[part] ?? 0) - was) * share);
    }
  }

  png(): Uint8Array {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    head.set([8, 2], 8);
    const stride = this.width * 3;
    const rows = Buffer.alloc((stride + 1) * this.height);
    for (let row = 0; row < this.height; row += 1)
      this.#points.copy(rows, row * (stride + 1) + 1, row * stride, (row + 1) * stride);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

const edgesOf = (line: Line): readonly Quad[] =>
  line.map(([x, y], at): Quad => {
    const [nextX, nextY] = line[(at + 1) % line.length] ?? [x, y];
    return [x, y, nextX, nextY];
  });

/** The whole points that a shape touches, as far as there are any. */
const bounds = (values: readonly number[], most: number): readonly [from: number, to: number] => {
  const from = Math.min(most, Math.max(0, Math.floor(Math.min(...values))));
  return [from, Math.max(from, Math.min(most, Math.ceil(Math.max(...values))))];
};

interface Level {
  readonly y: number;
  /** Where `cover` begins. */
  readonly left: number;
  readonly cover: Float64Array;
}

/** Adds what one level line through the shape covers of each point. */
const spread = (edges: readonly Quad[], { y, left, cover }: Level): void => {
  const crossings = edges
    .flatMap(([x1, y1, x2, y2]): readonly (readonly [x: number, way: number])[] =>
      y1 <= y === y2 <= y ? [] : [[x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) - left, y2 > y1 ? 1 : -1]],
    )
    .sort(([one], [other]) => one - other);
  let winding = 0;
  for (const [at, [x, way]] of crossings.entries()) {
    winding += way;
    const next = crossings[at + 1]?.[0];
    if (winding !== 0 && next !== undefined) paint(cover, x, next);
  }
};

const paint = (cover: Float64Array, from: number, to: number): void => {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(cover.length, Math.ceil(to)); x += 1)
    cover[x] = (cover[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x);
};

const rgbOf = (colour: string): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const chunk = (name: string, data: Buffer): Buffer => {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
