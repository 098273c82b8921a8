import { readFile, stat } from 'node:fs/promises'
import { fetchBytes } from './fetchBytes.js'
import { mostBytes, tooLarge, Unreadable } from './Unreadable.js'

/**
 * The bytes of a file or of a web page.
 * @throws Unreadable when there is none such, or it is too large.
 */
export async function readBytes(where: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(where)) return fetchBytes(where)
  if (/^[a-z]{2,20}:\/\//i.test(where))
    throw new Unreadable(`${where} is not a web page`, 'Give a file, or an address that begins with https:// or http://')
  return readLocal(where)
}

async function readLocal(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > mostBytes) throw tooLarge(file)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new Unreadable(
      `The file ${file} cannot be read (${code ?? 'unknown'})`,
      'Check its name and folder. A web page begins with https://'
    )
  }
}
