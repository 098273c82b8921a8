import { rowSize, type WordNetShape } from './wordNetShape.js'

/** Puts each filter's largest response over the message, at least 0, at the front of `outputs`. Runs may hang over the ends. */
export function largestResponses(
  shape: WordNetShape,
  biases: Float32Array,
  sums: Float32Array,
  length: number,
  outputs: Float32Array
): void {
  const { filters, widths } = shape
  const size = rowSize(shape)
  for (let width = 1; width <= widths; width++) {
    const first = (filters * width * (width - 1)) / 2
    const output = (width - 1) * filters
    for (let t = 1 - width; t < length; t++) {
      const start = Math.max(0, -t)
      const end = Math.min(width, length - t)
      for (let f = 0; f < filters; f++) {
        let response = biases[output + f] ?? 0
        for (let offset = start; offset < end; offset++) response += sums[(t + offset) * size + first + offset * filters + f] ?? 0
        if (response > (outputs[output + f] ?? 0)) outputs[output + f] = response
      }
    }
  }
}
