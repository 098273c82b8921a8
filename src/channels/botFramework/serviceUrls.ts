/**
 * Hosts that Microsoft's channels name as `serviceUrl`, and all below them: Azure Bot Service with Direct Line and Web Chat, and
 * Teams. Source: those of the successor SDK's own list (`@microsoft/agents-hosting` 1.8.1, outboundHostValidator) that take answers.
 */
const channelHosts = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com']

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** This machine, as the socket of a caller has it. */
const callers = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** May an answer be sent to this address, for somebody who calls from that one? */
export type MayAnswerAt = (serviceUrl: string, caller: string) => boolean

/** Where nobody proves who they are, only this machine itself, and only for callers on it: others have no business with its ports. */
export const onLoopback: MayAnswerAt = (serviceUrl, caller) => {
  const { hostname, search } = new URL(serviceUrl)
  return loopback.has(hostname) && search === '' && callers.has(caller)
}

/** For callers with a token: the hosts of Microsoft's channels and those that are named, over TLS. */
export function createAllowList(named: readonly string[] = []): MayAnswerAt {
  const allowed = [...channelHosts, ...named]
  return (serviceUrl) => {
    const { protocol, hostname, username, search } = new URL(serviceUrl)
    return (
      protocol === 'https:' &&
      username === '' &&
      search === '' &&
      allowed.some((host) => hostname === host || hostname.endsWith(`.${host}`))
    )
  }
}
