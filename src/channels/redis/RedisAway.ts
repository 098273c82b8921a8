/**
 * Redis did not answer: it is away, too slow, or refused. Says nothing of what was asked. Whether the work was done all the
 * same is not known.
 */
export class RedisAway extends Error {
  override readonly name = 'RedisAway'

  constructor() {
    super('Redis is away')
  }
}
