/**
 * Hosts that Microsoft's channels name as `serviceUrl`, and all below them: Azure Bot Service with Direct Line and Web Chat, and
 * Teams. Source: those of the successor SDK's own list (`@microsoft/agents-hosting` 1.8.1, outboundHostValidator) that take answers.
 */
const channelHosts = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com']

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** May an answer be sent to this address? */
export type MayAnswerAt = (serviceUrl: string) => boolean

/** Where nobody proves who they are, only this machine itself. */
export const onLoopback: MayAnswerAt = (serviceUrl) => loopback.has(new URL(serviceUrl).hostname)

/** For callers with a token: the hosts of Microsoft's channels and those that are named, over TLS. */
export function createAllowList(named: readonly string[] = []): MayAnswerAt {
  const allowed = [...channelHosts, ...named]
  return (serviceUrl) => {
    const { protocol, hostname, username } = new URL(serviceUrl)
    return protocol === 'https:' && username === '' && allowed.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  }
}
