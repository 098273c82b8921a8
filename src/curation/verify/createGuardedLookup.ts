import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { NoAnswer } from './NoAnswer.js'

/** Finds every address of a name, as `dns.promises.lookup` does. */
export type FindAddresses = (name: string) => Promise<LookupAddress[]>

/** Whether an address may be visited. */
export type MayReach = (address: string) => boolean

export const privateAddress = (): NoAnswer => new NoAnswer('leads to a private address, which is not visited', { passing: false })

/**
 * Looks a name up and refuses it when any of its addresses may not be reached. The connection is made to the very addresses that were
 * judged: a name cannot change its address in between.
 */
export function createGuardedLookup(find: FindAddresses, mayReach: MayReach): LookupFunction {
  return (name, { all }, callback) => {
    find(name).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined || !addresses.every(({ address }) => mayReach(address))) callback(privateAddress(), [])
        else if (all === true) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, [])
      }
    )
  }
}
