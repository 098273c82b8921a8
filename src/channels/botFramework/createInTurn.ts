/** Does the work of one key one after another, in the order in which it came; that of other keys does not wait. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Makes an order of work that forgets a key as soon as nobody waits there. */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const own = (last.get(key) ?? Promise.resolve()).then(work, work)
    const forget = (): void => {
      if (last.get(key) === own) last.delete(key)
    }
    last.set(key, own)
    own.then(forget, forget)
    return own
  }
}
