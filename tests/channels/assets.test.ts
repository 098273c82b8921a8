import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express, { type Express } from 'express'
import request from 'supertest'
import { firstLoad, mostBytes } from '../../bench/web/firstLoad.js'
import { createApp } from '../../src/channels/createApp.js'
import { createAssets } from '../../src/channels/web/assets/createAssets.js'
import { hashedName } from '../../src/channels/web/assets/hashedName.js'
import { publicDirectory } from '../../src/channels/web/assets/publicDirectory.js'
import { writeCompressed } from '../../src/channels/web/assets/writeCompressed.js'
import { signpost } from '../signpost.js'

const app = createApp(signpost, { perMinute: 10_000 })
const assets = createAssets(publicDirectory)
const manifest = Object.entries<string>(JSON.parse(readFileSync(join(publicDirectory, 'manifest.json'), 'utf8')))

/** A folder with one sheet of styles, beside files that are nobody's business. */
function createFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'assets-')), 'public')
  mkdirSync(folder)
  mkdirSync(`${folder}-not`)
  for (const file of ['../secret.txt', '../public-not/secret.txt', 'secret.txt']) writeFileSync(join(folder, file), 'secret')
  writeFileSync(join(folder, 'manifest.json'), '{"styles.css":"styles.12345678.css"}')
  writeCompressed(folder, 'styles.12345678.css', 'p{margin:0}')
  return folder
}

function serve(folder: string): Express {
  return express().use('/assets', createAssets(folder).serve)
}

async function listen<T>(served: Express, use: (origin: string) => Promise<T>): Promise<T> {
  const server = served.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    return await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

describe('hashedName', () => {
  it('is the same for the same content and another for another', () => {
    expect(hashedName('main.js', 'a()')).toMatch(/^main\.[0-9a-f]{8}\.js$/)
    expect(hashedName('main.js', 'a()')).toBe(hashedName('main.js', 'a()'))
    expect(hashedName('main.js', 'a()')).not.toBe(hashedName('main.js', 'b()'))
  })
})

describe('the built files', () => {
  it('have styles and a script', () => {
    expect(manifest.map(([name]) => name)).toEqual(expect.arrayContaining(['styles.css', 'main.js']))
  })

  it.each(manifest)('%s lies under the name of its content, whole in every form', (name, file) => {
    const content = readFileSync(join(publicDirectory, file))
    expect(file).toBe(hashedName(name, content.toString()))
    expect(brotliDecompressSync(readFileSync(join(publicDirectory, `${file}.br`)))).toEqual(content)
    expect(gunzipSync(readFileSync(join(publicDirectory, `${file}.gz`)))).toEqual(content)
    expect(content.toString()).not.toContain('sourceMappingURL')
  })
})

describe('createAssets', () => {
  it('gives the path under which a page fetches a file', async () => {
    expect(assets.path('styles.css')).toMatch(/^\/assets\/styles\.[0-9a-f]{8}\.css$/)
    expect((await request(app).get('/')).text).toContain(`href="${assets.path('styles.css')}"`)
  })

  it('says how to mend a folder without files and a file that was not made', () => {
    expect(() => createAssets(join(tmpdir(), 'no-such-folder'))).toThrow('npm run build')
    expect(() => assets.path('no-such.css')).toThrow(/no-such\.css.*npm run build/)
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined]
  ])('serves to who takes %s, to be kept for ever', async (accepted, encoding) => {
    const { status, headers } = await request(app).get(assets.path('styles.css')).set('accept-encoding', accepted)
    expect(status).toBe(200)
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-type']).toContain('text/css')
    expect(headers['vary']).toContain('Accept-Encoding')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('serves the whole file whatever part is asked for', async () => {
    const { status, text } = await request(serve(createFolder())).get('/assets/styles.12345678.css').set('range', 'bytes=5-2')
    expect([status, text]).toEqual([200, 'p{margin:0}'])
  })

  it('keeps running when a later build took a file away', async () => {
    const folder = createFolder()
    const served = serve(folder)
    expect((await request(served).get('/assets/styles.12345678.css')).status).toBe(200)
    rmSync(folder, { recursive: true })
    expect((await request(served).get('/assets/styles.12345678.css')).status).toBe(404)
  })

  it.each([
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/%2e%2e%2fsecret.txt',
    '/assets/%252e%252e%252fsecret.txt',
    '/assets/..%5csecret.txt',
    '/assets/..\\secret.txt',
    '/assets/x/../../secret.txt',
    '/assets/../public-not/secret.txt',
    '/assets/%00/../../secret.txt',
    '/assets//../secret.txt',
    '/assets/secret.txt%00.css',
    '/assets/%E0%A4%A',
    '/assets/secret.txt',
    '/assets/manifest.json',
    '/assets/',
    '/assets'
  ])('serves nothing that is not listed: %s', async (path) => {
    const status = await listen(serve(createFolder()), async (origin) => {
      const { port } = new URL(origin)
      // As written: a URL would take the dots out before they are sent.
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        get({ port, path, host: '127.0.0.1', agent: false }, resolve).on('error', reject)
      })
      const text = (await answer.toArray()).join('')
      expect(text).not.toMatch(/^secret|styles/)
      return answer.statusCode
    })
    expect([400, 404]).toContain(status)
  })

  it('gives help where there is no such file', async () => {
    const { status, text, headers } = await request(app).get('/assets/styles.00000000.css').set('accept', 'text/html')
    expect(status).toBe(404)
    expect(headers['cache-control']).toBe('no-store')
    for (const number of ['999', '0808 800 5000', '0800 1111']) expect(text).toContain(number)
  })
})

describe('what is made for each request', () => {
  it.each([
    ['/', 'no-store'],
    ['/openapi.json', 'no-store'],
    ['/nowhere', 'no-store'],
    ['/openreferral/services', 'public, max-age=300']
  ])('%s is sent small, and kept only as it says: %s', async (path, kept) => {
    const { headers } = await request(app).get(path).set('accept-encoding', 'br, gzip').set('accept', 'text/html,*/*')
    expect(headers['content-encoding']).toBe('br')
    expect(headers['vary']).toContain('Accept-Encoding')
    expect(headers['cache-control']).toBe(kept)
  })

  it('is whole for who takes no small form', async () => {
    const { body, headers } = await request(app).get('/openreferral/services').set('accept-encoding', 'identity')
    expect(headers['content-encoding']).toBeUndefined()
    const small = await request(app).get('/openreferral/services').set('accept-encoding', 'gzip')
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.body).toEqual(body)
  })
})

describe('the first load of the page', () => {
  it.each(['br', 'gzip'] as const)('sends at most 30 KB as %s, all of it small and from here', async (accepted) => {
    const files = await listen(app, (origin) => firstLoad(origin, accepted))
    expect(files.filter(({ encoding }) => encoding !== accepted).map(({ path }) => path)).toEqual([])
    expect(files.length).toBeGreaterThan(1)
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(mostBytes)
  })
})
