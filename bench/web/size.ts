import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/channels/createApp.js'
import { loadSignpost } from '../../src/conversation/loadSignpost.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { quantile } from '../quantile.js'
import { fetchRaw } from './fetchRaw.js'
import { firstLoad, mostBytes } from './firstLoad.js'

const warmUp = 20
const replies = 50
const mostMillis = 100
const asked = { utterance: 'My neighbour shouts at her little boy and he is always hungry. We live in Poole. Who do I call?', state: '{}' }

const server = createApp(loadSignpost(areaRoot()), { perMinute: 1e6 }).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  void printAll(`http://127.0.0.1:${String(port)}`).finally(() => server.close())
})

/** What the first load of the built page sends, and how soon the first reply comes; run `npm run build` before. */
async function printAll(origin: string): Promise<void> {
  await printSizes(origin)
  await printTime(origin)
}

async function printSizes(origin: string): Promise<void> {
  const [raw, gzip, brotli] = [await firstLoad(origin, 'identity'), await firstLoad(origin, 'gzip'), await firstLoad(origin, 'br')]
  print('file', 'raw', 'gzip', 'brotli')
  raw.forEach(({ path, bytes }, i) => {
    print(path, bytes, gzip[i]?.bytes, brotli[i]?.bytes)
  })
  const [all, small, smallest] = [raw, gzip, brotli].map((files) => files.reduce((sum, { bytes }) => sum + bytes, 0))
  print(`${String(raw.length)} requests`, all, small, smallest)
  print('aim', '', mostBytes, mostBytes)
}

function print(...[name, ...cells]: unknown[]): void {
  process.stdout.write(`${String(name).padEnd(36)}${cells.map((cell) => String(cell).padStart(9)).join('')}\n`)
}

async function printTime(origin: string): Promise<void> {
  const millis: number[] = []
  for (let i = 0; i < warmUp + replies; i++) {
    const began = performance.now()
    const { status } = await fetchRaw(new URL('/', origin), 'br', asked)
    if (status !== 200) throw new Error(`The page answered with ${String(status)}.`)
    millis.push(performance.now() - began)
  }
  const [cold = NaN, median] = [millis[0], quantile(millis.slice(warmUp), 0.5)]
  process.stdout.write(`\nA first reply: ${median.toFixed(1)} ms (median of ${String(replies)}, aim ${String(mostMillis)}); `)
  process.stdout.write(`the very first after a start ${cold.toFixed(1)} ms\n`)
}
