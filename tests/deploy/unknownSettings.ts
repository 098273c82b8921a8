import { source } from './source.js'

/** Names that nothing in src/ asks the environment for. */
export function unknownSettings(names: readonly string[]): string[] {
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))
}
