import { v5 } from 'uuid'

/** Of this directory alone. Never changed: every id that somebody has kept hangs on it. */
const namespace = '796707ee-446f-4f07-ab01-e5bd307b582a'

/** The UUID (version 5) of one of our own ids: the same in every release. `idOf('service', 'childline')`; the parts name the record. */
export const idOf = (...parts: readonly string[]): string => v5(parts.join(':'), namespace)
