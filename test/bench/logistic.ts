/** A fitted model: probability = 1 / (1 + exp(-(bias + Σ weight × feature))). */
export interface LogisticModel {
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface FitOptions {
  /** Ridge penalty on standardised features. */
  readonly l2: number;
  /** Per feature +1, -1 or 0 (free): a weight of the other sign is held at zero, so that few examples cannot invert sense. */
  readonly signs?: readonly number[];
  readonly sampleWeights?: readonly number[];
}

/** Full-batch gradient descent with momentum on standardised features; deterministic. */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly number[],
  options: FitOptions,
): LogisticModel {
  const width = rows[0]?.length ?? 0;
  const { mean, deviation } = standard(rows, width);
  const scaled = rows.map((row) =>
    row.map((value, k) => (value - (mean[k] as number)) / (deviation[k] as number)),
  );
  const sample = options.sampleWeights ?? labels.map(() => 1);
  const mass = sample.reduce((sum, value) => sum + value, 0);
  const weights = new Float64Array(width);
  const velocity = new Float64Array(width + 1);
  let bias = 0;
  for (let step = 0; step < 1500; step++) {
    const gradient = new Float64Array(width + 1);
    scaled.forEach((row, i) => {
      const error = (sigmoid(bias + dot(weights, row)) - (labels[i] as number)) * (sample[i] as number);
      for (let k = 0; k < width; k++) gradient[k] = (gradient[k] as number) + error * (row[k] as number);
      gradient[width] = (gradient[width] as number) + error;
    });
    for (let k = 0; k <= width; k++) {
      const ridge = k < width ? options.l2 * (weights[k] as number) : 0;
      velocity[k] = 0.9 * (velocity[k] as number) - 0.1 * (((gradient[k] as number) + ridge) / mass);
      if (k === width) bias += velocity[k] as number;
      else {
        const next = (weights[k] as number) + (velocity[k] as number);
        const sign = options.signs?.[k] ?? 0;
        const held = sign !== 0 && next * sign < 0;
        weights[k] = held ? 0 : next;
        if (held) velocity[k] = 0;
      }
    }
  }
  const raw = [...weights].map((weight, k) => weight / (deviation[k] as number));
  return { weights: raw, bias: bias - raw.reduce((sum, weight, k) => sum + weight * (mean[k] as number), 0) };
}

export const logistic = (model: LogisticModel, row: Float64Array): number =>
  sigmoid(model.bias + dot(model.weights, row));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function dot(weights: ArrayLike<number>, row: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += (weights[k] as number) * (row[k] as number);
  return sum;
}

function standard(rows: readonly Float64Array[], width: number): { mean: number[]; deviation: number[] } {
  const mean = Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, row) => sum + (row[k] as number), 0) / rows.length,
  );
  const deviation = mean.map(
    (m, k) => Math.sqrt(rows.reduce((sum, row) => sum + ((row[k] as number) - m) ** 2, 0) / rows.length) || 1,
  );
  return { mean, deviation };
}
