/** The row of each word of a message, and what one step of each row is worth. */
export interface MessageRows {
  readonly rows: Int8Array
  readonly scales: Float32Array
}

const reach = 8
const stepsPerUnit = 256
const curve = Float32Array.from({ length: 2 * reach * stepsPerUnit + 1 }, (_, i) => 1 / (1 + Math.exp(reach - i / stepsPerUnit)))

/** 1 / (1 + e^-x), to 3 places, read off a table: a message asks for it thousands of times. */
function sigmoid(x: number): number {
  const at = x <= -reach ? 0 : x >= reach ? 2 * reach : x + reach
  return curve[(at * stepsPerUnit + 0.5) | 0] ?? 0
}

/** The largest and the last state of each cell, forwards and then backwards. */
export function readCells(cells: number, biases: Float32Array, message: MessageRows): Float32Array {
  const outputs = new Float32Array(4 * cells)
  const length = message.scales.length
  for (const backwards of [false, true]) {
    const output = backwards ? 2 * cells : 0
    outputs.fill(-1, output, output + cells)
    for (let i = 0; i < length; i++) {
      const t = backwards ? length - 1 - i : i
      readWord(cells, biases, message, t, i === 0 ? t : t + (backwards ? 1 : -1), output, outputs)
    }
  }
  return outputs
}

/** One step of every cell of a direction, at word `t`; `before` is the word read before it, or `t` itself where there is none. */
function readWord(
  cells: number,
  biases: Float32Array,
  message: MessageRows,
  t: number,
  before: number,
  output: number,
  outputs: Float32Array
): void {
  const { rows, scales } = message
  const here = t * 8 * cells + 2 * output
  const there = before * 8 * cells + 2 * output + 2 * cells
  const scale = scales[t] ?? 0
  const scaleBefore = before === t ? 0 : (scales[before] ?? 0)
  for (let cell = 0; cell < cells; cell++) {
    const largest = output + cell
    const last = largest + cells
    const candidate = (biases[largest] ?? 0) + scale * (rows[here + cell] ?? 0) + scaleBefore * (rows[there + cell] ?? 0)
    const gate = (biases[last] ?? 0) + scale * (rows[here + cells + cell] ?? 0) + scaleBefore * (rows[there + cells + cell] ?? 0)
    const kept = sigmoid(gate)
    const state = kept * (outputs[last] ?? 0) + (1 - kept) * (2 * sigmoid(2 * candidate) - 1)
    outputs[last] = state
    if (state > (outputs[largest] ?? 0)) outputs[largest] = state
  }
}
