import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Writes a file with its brotli and gzip forms beside it, each made once as small as can be; gives the names it wrote. */
export function writeCompressed(directory: string, file: string, content: string): string[] {
  const bytes = Buffer.from(content)
  const forms = {
    [file]: bytes,
    [`${file}.br`]: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    [`${file}.gz`]: gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION })
  }
  for (const [name, form] of Object.entries(forms)) replace(join(directory, name), form)
  return Object.keys(forms)
}

/** In one step, so that a server that runs meanwhile never reads half a file. */
function replace(path: string, bytes: Buffer): void {
  const part = `${path}.${String(process.pid)}.part`
  writeFileSync(part, bytes)
  renameSync(part, path)
}
