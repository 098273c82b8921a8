import { anything, nothingYet, type StateItem, type StateStorage } from './StateStorage.js'

/**
 * A storage for one turn. The SDKs save with eTag '*', and so the last writer wins; this one writes over the very version that
 * was read in this turn, or throws StateConflict. What was never read is written over anything, as asked.
 */
export function createOptimisticStorage(storage: StateStorage): StateStorage {
  const seen = new Map<string, string>()
  return {
    read: async (keys) => {
      const items: Record<string, StateItem> = await storage.read(keys)
      for (const key of keys) seen.set(key, items[key]?.eTag ?? nothingYet)
      return items
    },
    write: async (changes) => {
      const asked = Object.entries<StateItem>(changes).map(
        ([key, item]) => [key, { ...item, eTag: expected(seen.get(key), item) }] as const
      )
      await storage.write(Object.fromEntries(asked))
      for (const [key, { eTag }] of asked) if (eTag !== anything) seen.set(key, String(Number(eTag) + 1))
    },
    delete: async (keys) => {
      await storage.delete(keys)
      for (const key of keys) seen.set(key, nothingYet)
    }
  }
}

const expected = (seen: string | undefined, { eTag = anything }: StateItem): string => (eTag === anything ? (seen ?? anything) : eTag)
