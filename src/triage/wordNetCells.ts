/** The row of each word of a message, and what one step of each row is worth. */
export interface MessageRows {
  readonly rows: Int8Array
  readonly scales: Float32Array
}

const reach = 8
const stepsPerUnit = 256
const last = 2 * reach * stepsPerUnit
const sigmoids = Float64Array.from({ length: last + 1 }, (_, i) => 1 / (1 + Math.exp(reach - i / stepsPerUnit)))
const tangents = sigmoids.map((_, i) => Math.tanh(i / stepsPerUnit - reach))

/** Reads a curve off its table, to 3 places: a message asks for it thousands of times. */
function read(curve: Float64Array, x: number): number {
  const at = ((x + reach) * stepsPerUnit + 0.5) | 0
  return at >>> 0 <= last ? curve[at]! : curve[at < 0 ? 0 : last]!
}

/** The largest and the last state of each cell, forwards and then backwards. */
export function readCells(cells: number, biases: Float32Array, message: MessageRows): Float32Array {
  const outputs = new Float32Array(4 * cells)
  const length = message.scales.length
  for (const output of [0, 2 * cells]) {
    outputs.fill(-1, output, output + cells)
    const by = output === 0 ? 1 : -1
    for (let i = 0, t = by > 0 ? 0 : length - 1; i < length; i++, t += by)
      readWord(cells, biases, message, t, i === 0 ? t : t - by, output, outputs)
  }
  return outputs
}

/** One step of every cell of a direction, at word `t`; `before` is the word read before it, or `t` itself where there is none. */
function readWord(
  cells: number,
  biases: Float32Array,
  { rows, scales }: MessageRows,
  t: number,
  before: number,
  output: number,
  outputs: Float32Array
): void {
  const here = t * 8 * cells + 2 * output
  const there = before * 8 * cells + 2 * output + 2 * cells
  const scale = scales[t]!
  const scaleBefore = before === t ? 0 : scales[before]!
  for (let cell = 0; cell < cells; cell++) {
    const largest = output + cell
    const latest = largest + cells
    const candidate = biases[largest]! + scale * rows[here + cell]! + scaleBefore * rows[there + cell]!
    const gate = biases[latest]! + scale * rows[here + cells + cell]! + scaleBefore * rows[there + cells + cell]!
    const kept = read(sigmoids, gate)
    const state = kept * outputs[latest]! + (1 - kept) * read(tangents, candidate)
    outputs[latest] = state
    if (state > outputs[largest]!) outputs[largest] = state
  }
}
