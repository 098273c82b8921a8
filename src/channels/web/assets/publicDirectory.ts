import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the built files for browsers lie: dist/public of the project, whether this runs from src or from dist. */
export const publicDirectory = join(dirname(fileURLToPath(import.meta.url)), '../../../../dist/public')
