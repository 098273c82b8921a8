import type { LinearModel } from './linearModel.js'

type Shape = Pick<LinearModel, 'features' | 'labels' | 'biases' | 'scales'>

/** Puts named models behind a JSON head: 4 bytes length of the head, the head, then each model's idf and weights. */
export function packModels(models: Readonly<Record<string, LinearModel>>, madeFrom: string): Buffer {
  const shapes = Object.fromEntries(
    Object.entries(models).map(([name, { features, labels, biases, scales }]): [string, Shape] => [
      name,
      { features, labels, biases, scales }
    ])
  )
  const head = Buffer.from(JSON.stringify({ madeFrom, shapes }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, ...Object.values(models).flatMap((m) => [m.idf, Buffer.from(m.weights.buffer)])])
}

/** The digest of the data that the models were made from, and the models. */
export function unpackModels(file: Buffer): { madeFrom: string; models: Readonly<Record<string, LinearModel>> } {
  const headEnd = 4 + file.readUInt32LE(0)
  const { madeFrom, shapes } = JSON.parse(file.toString('utf8', 4, headEnd)) as { madeFrom: string; shapes: Record<string, Shape> }
  let at = headEnd
  const take = (bytes: number): Uint8Array => new Uint8Array(file.buffer, file.byteOffset + (at += bytes) - bytes, bytes)
  const models = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]): [string, LinearModel] => {
      const size = 1 << shape.features.bits
      const idf = take(size)
      const weights = take(size * shape.labels.length)
      return [name, { ...shape, idf, weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length) }]
    })
  )
  return { madeFrom, models }
}
