import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TokenFields {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly key?: KeyObject
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Another key than the authority's. */
export const strangeKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** An authority on the loopback that signs tokens and serves its keys to both SDKs; stands where Microsoft's does. */
export async function openAuthority(appId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const origin = `http://${request.headers.host ?? ''}`
    const metadata = { issuer: `${origin}/tenant/v2.0`, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
    const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', x5t: 'k1', use: 'sig', alg: 'RS256' }] }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(request.url === '/openid' ? metadata : keys))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const issuer = `${origin}/tenant/v2.0`
  const token = ({ claims = {}, header = {}, key = privateKey }: TokenFields = {}): string => {
    const now = Math.floor(Date.now() / 1000)
    const signed = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${base64({ aud: appId, iss: issuer, nbf: now - 10, exp: now + 600, ...claims })}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
  }
  return {
    token,
    /** The paths that were asked for. */
    asked,
    /** What makes both SDKs trust this authority. */
    credentials: {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'not used here',
      MicrosoftAppTenantId: 'tenant',
      authorityEndpoint: `${origin}/tenant`,
      ToChannelFromBotLoginUrl: origin,
      ToChannelFromBotOAuthScope: origin,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: origin,
      ToBotFromChannelOpenIdMetadataUrl: `${origin}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/openid`,
      CallerId: 'test'
    },
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}
