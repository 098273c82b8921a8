import type { StoreItems } from 'botbuilder'

/** What is kept under a key, with the eTag that it had when it was read. */
export interface StateItem {
  readonly eTag?: string
  readonly [field: string]: unknown
}

/**
 * What the Bot Framework SDKs keep their state in; fits the `Storage` of both.
 *
 * An eTag is the number of writes since the item was made: '1', '2', ... A write with an eTag happens only over that very
 * version; '0' means that there must be nothing yet. '*' or no eTag: over anything. Of several items all are written or none.
 */
export interface StateStorage {
  /** The items that there are, by key. */
  read(keys: string[]): Promise<StoreItems>
  /** @throws StateConflict when an eTag is not that of what is kept */
  write(changes: StoreItems): Promise<void>
  delete(keys: string[]): Promise<void>
}

/** The eTag of what is not there. */
export const nothingYet = '0'

/** The eTag of a write over anything. */
export const anything = '*'
