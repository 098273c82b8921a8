import { StateConflict } from './StateConflict.js'
import { anything, nothingYet, type StateItem, type StateStorage } from './StateStorage.js'

interface Kept {
  readonly version: number
  readonly json: string
  readonly until: number
}

/**
 * State in the memory of this process. A record goes when it was not written for so many seconds, and the one written longest
 * ago goes when there are more than `most`.
 */
export function createMemoryStorage(now: () => Date, expirySeconds = 1800, most = 10_000): StateStorage {
  // In the order of writing, which is the order of expiry.
  const kept = new Map<string, Kept>()
  const forgetOld = (): void => {
    for (const [key, { until }] of kept) {
      if (until > now().getTime() && kept.size <= most) return
      kept.delete(key)
    }
  }
  const keep = (key: string, { eTag, ...item }: StateItem): void => {
    const version = (kept.get(key)?.version ?? 0) + 1
    kept.delete(key)
    kept.set(key, { version, json: JSON.stringify(item), until: now().getTime() + expirySeconds * 1000 })
  }
  const isOver = ([key, { eTag = anything }]: [string, StateItem]): boolean =>
    eTag === anything || eTag === String(kept.get(key)?.version ?? nothingYet)
  return {
    read: (keys) => {
      forgetOld()
      return Promise.resolve(Object.fromEntries(keys.flatMap((key) => toEntry(key, kept.get(key)))))
    },
    write: (changes) => {
      forgetOld()
      const items = Object.entries<StateItem>(changes)
      if (!items.every(isOver)) return Promise.reject(new StateConflict())
      for (const [key, item] of items) keep(key, item)
      forgetOld()
      return Promise.resolve()
    },
    delete: (keys) => {
      for (const key of keys) kept.delete(key)
      return Promise.resolve()
    }
  }
}

function toEntry(key: string, record: Kept | undefined): [string, StateItem][] {
  return record === undefined ? [] : [[key, { ...(JSON.parse(record.json) as object), eTag: String(record.version) }]]
}
