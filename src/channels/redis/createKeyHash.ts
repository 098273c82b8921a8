import { createHmac } from 'node:crypto'

/** Hides an address or the id of a conversation: HMAC-SHA256, base64url. Nobody without the secret can tell whose it is. */
export function createKeyHash(secret: string): (key: string) => string {
  return (key) => createHmac('sha256', secret).update(key).digest('base64url')
}
