import type { Part } from '../../conversation/Reply.js'

/** The contact that stands first, with those that are offered as its equals. */
export function firstContacts(parts: readonly Part[]): Part[] {
  const services = parts.filter((part) => part.type === 'service')
  return services.filter(({ group }, at) => at === 0 || (group !== undefined && group === services[0]?.group))
}
