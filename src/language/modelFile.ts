import type { LinearModel } from './linearModel.js'
import { roomFor, type ThinModel } from './thinModel.js'

type Shape = Pick<LinearModel, 'features' | 'labels' | 'biases' | 'scales'>
type ThinShape = Pick<ThinModel, 'features' | 'heads' | 'biases' | 'scales'> & { readonly total: number }

interface Head {
  readonly madeFrom: string
  readonly shapes: Readonly<Record<string, Shape>>
  readonly thinShapes: Readonly<Record<string, ThinShape>>
}

/** Models by name. */
export interface Models {
  readonly linear: Readonly<Record<string, LinearModel>>
  readonly thin: Readonly<Record<string, ThinModel>>
}

type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array

const lengthBytes = 4

/**
 * Puts named models behind a JSON head: 4 bytes length of the head, the head, then each model's numbers. Of a thin model: idf, how many
 * weights each bucket has (16 bits), and the weights with their labels.
 */
export function packModels({ linear, thin }: Models, madeFrom: string): Buffer {
  const head: Head = {
    madeFrom,
    shapes: mapValues(linear, ({ features, labels, biases, scales }) => ({ features, labels, biases, scales })),
    thinShapes: mapValues(thin, ({ features, heads, biases, scales, entries }) => ({
      features,
      heads,
      biases,
      scales,
      total: entries.length
    }))
  }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(text.length)
  const numbers = [
    ...Object.values(linear).flatMap((m) => [m.idf, m.weights]),
    ...Object.values(thin).flatMap((m) => [m.idf, countsOf(m.starts), m.entries])
  ]
  return Buffer.concat([length, text, ...numbers.map(bytesOf)])
}

/** The digest of the data that the models were made from, and the models. */
export function unpackModels(file: Buffer): Models & { readonly madeFrom: string } {
  const headEnd = lengthBytes + file.readUInt32LE(0)
  const { madeFrom, shapes, thinShapes } = JSON.parse(file.toString('utf8', lengthBytes, headEnd)) as Head
  let at = headEnd
  const fill = <T extends Numbers>(into: T): T => {
    bytesOf(into).set(file.subarray(at, (at += into.byteLength)))
    return into
  }
  const linear = mapValues(shapes, (shape): LinearModel => {
    const size = 1 << shape.features.bits
    return { ...shape, idf: fill(new Uint8Array(size)), weights: fill(new Int8Array(size * shape.labels.length)) }
  })
  const thin = mapValues(thinShapes, ({ total, ...shape }): ThinModel => {
    const size = 1 << shape.features.bits
    const idf = fill(new Uint8Array(size))
    const starts = startsOf(fill(new Uint16Array(size)))
    return { ...shape, idf, starts, entries: fill(roomFor(shape.scales.length, total)) }
  })
  return { madeFrom, linear, thin }
}

const mapValues = <T, U>(of: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, make(value)]))

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

const countsOf = (starts: Int32Array): Uint16Array => Uint16Array.from(starts.subarray(1), (start, bucket) => start - (starts[bucket] ?? 0))

function startsOf(counts: Uint16Array): Int32Array {
  const starts = new Int32Array(counts.length + 1)
  for (let bucket = 0; bucket < counts.length; bucket++) starts[bucket + 1] = starts[bucket]! + counts[bucket]!
  return starts
}
