/** Rounds numbers to 8 bits at a place in `into`, the largest becoming 127. Returns what one step is worth. */
export function roundRow(exact: Float32Array, into: Int8Array, at: number): number {
  let largest = 1e-9
  for (const x of exact) largest = Math.max(largest, Math.abs(x))
  const scale = largest / 127
  for (let c = 0; c < exact.length; c++) into[at + c] = Math.round((exact[c] ?? 0) / scale)
  return scale
}
