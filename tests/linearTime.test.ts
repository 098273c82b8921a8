import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import ts from 'typescript'

/** Every regular expression of the program, with the file it is in. */
function expressions(): [file: string, source: string, flags: string][] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) => {
    const found: [string, string, string][] = []
    const visit = (node: ts.Node): void => {
      const [, source, flags] = ts.isRegularExpressionLiteral(node) ? (/^\/(.*)\/(\w*)$/s.exec(node.text) ?? []) : []
      if (source !== undefined && flags !== undefined) found.push([file, source, flags])
      node.forEachChild(visit)
    }
    visit(ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest))
    return found
  })
}

describe('regular expressions', () => {
  it('are looked for in every file', () => {
    expect(expressions().length).toBeGreaterThan(20)
  })

  it.each(expressions())('take time in step with the text: %s: /%s/%s', (_, source, flags) => {
    const { status } = checkSync(source, flags, { timeout: 10_000 })
    expect(status).toBe('safe')
  })
})
