import type { IncomingActivity } from './incomingActivity.js'
import { createOptimisticStorage } from './storage/createOptimisticStorage.js'
import type { StateStorage } from './storage/StateStorage.js'

/** Who of a conversation is meant: in a group everybody has a memory of their own, so that nobody is answered as somebody else. */
export const ownerOf = ({ conversation, from }: IncomingActivity): string =>
  conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '') ? `/person/${from.id}` : ''

/** The storage of one turn: the owner's part, written only over what was read. */
export const storageOfTurn = (storage: StateStorage, activity: IncomingActivity): StateStorage =>
  createOptimisticStorage(createOwnStorage(storage, ownerOf(activity)))

/** The part of a storage that belongs to the owner. */
function createOwnStorage(storage: StateStorage, owner: string): StateStorage {
  const own = (key: string): string => `${key}${owner}`
  const eachKey = <T>(items: Readonly<Record<string, T>>, rename: (key: string) => string): Record<string, T> =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [rename(key), item]))
  return {
    read: async (keys) => eachKey(await storage.read(keys.map(own)), (key) => key.slice(0, key.length - owner.length)),
    write: (changes) => storage.write(eachKey(changes, own)),
    delete: (keys) => storage.delete(keys.map(own))
  }
}
