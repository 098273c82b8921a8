import type { WordNet, WordNetHead } from './wordNet.js'
import { outputSize, rowSize } from './wordNetShape.js'

const floatBytes = 4

/** Puts a net behind a JSON head: 4 bytes length of the head, the head, scales and last layer as 32-bit floats, then the rows. */
export function packWordNet({ head, scales, last, rows }: Omit<WordNet, 'rowOf'>): Buffer {
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, floatsToBytes(scales), floatsToBytes(last), Buffer.from(rows.buffer, rows.byteOffset, rows.length)])
}

/**
 * Reads what `packWordNet` wrote.
 * @throws Error when the file is shorter or longer than its head says.
 */
export function unpackWordNet(file: Buffer): WordNet {
  const headEnd = 4 + file.readUInt32LE(0)
  const head = JSON.parse(file.toString('utf8', 4, headEnd)) as WordNetHead
  const words = head.words.split(' ')
  const rows = words.length + (1 << head.bits)
  const scalesEnd = headEnd + rows * floatBytes
  const lastEnd = scalesEnd + (2 * outputSize(head) + 1) * floatBytes
  if (file.length !== lastEnd + rows * rowSize(head)) throw new Error('The file of the word net is cut short or damaged. Train it again.')
  return {
    head,
    rowOf: new Map(words.map((word, row) => [word, row])),
    scales: bytesToFloats(file.subarray(headEnd, scalesEnd)),
    last: bytesToFloats(file.subarray(scalesEnd, lastEnd)),
    rows: new Int8Array(file.buffer, file.byteOffset + lastEnd, rows * rowSize(head))
  }
}

function floatsToBytes(floats: Float32Array): Buffer {
  const bytes = Buffer.alloc(floats.length * floatBytes)
  floats.forEach((x, i) => bytes.writeFloatLE(x, i * floatBytes))
  return bytes
}

function bytesToFloats(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / floatBytes }, (_, i) => bytes.readFloatLE(i * floatBytes))
}
