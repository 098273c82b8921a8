import { rowSize, type WordNetShape } from './wordNetShape.js'

const reach = 8
const stepsPerUnit = 256
const curve = Float32Array.from({ length: 2 * reach * stepsPerUnit + 1 }, (_, i) => 1 / (1 + Math.exp(reach - i / stepsPerUnit)))

/** 1 / (1 + e^-x), to 3 places, read off a table: a message asks for it thousands of times. */
function sigmoid(x: number): number {
  return curve[((x < -reach ? 0 : x > reach ? 2 * reach : x + reach) * stepsPerUnit + 0.5) | 0] ?? 0
}

/** Puts the largest and the last state of each cell behind the outputs of the filters, for each direction of reading. */
export function finalStates(shape: WordNetShape, biases: Float32Array, sums: Float32Array, length: number, outputs: Float32Array): void {
  const { filters, widths, cells } = shape
  const size = rowSize(shape)
  for (const direction of [0, 1]) {
    const output = filters * widths + direction * 2 * cells
    const column = size - (2 - direction) * 4 * cells
    for (let cell = 0; cell < cells; cell++) {
      const candidateBias = biases[output + cell] ?? 0
      const gateBias = biases[output + cells + cell] ?? 0
      let state = 0
      let largest = -1
      for (let i = 0; i < length; i++) {
        const here = (direction === 0 ? i : length - 1 - i) * size + column + cell
        const before = here + (direction === 0 ? -size : size) + 2 * cells
        const candidate = candidateBias + (sums[here] ?? 0) + (i === 0 ? 0 : (sums[before] ?? 0))
        const gate = sigmoid(gateBias + (sums[here + cells] ?? 0) + (i === 0 ? 0 : (sums[before + cells] ?? 0)))
        state = gate * state + (1 - gate) * (2 * sigmoid(2 * candidate) - 1)
        if (state > largest) largest = state
      }
      outputs[output + cell] = largest
      outputs[output + cells + cell] = state
    }
  }
}
