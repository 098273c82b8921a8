import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import express from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { createApp, type AppSettings } from '../../src/channels/createApp.js'
import { createPagesRouter } from '../../src/channels/web/pages/createPagesRouter.js'
import { createSay } from '../../src/conversation/createSay.js'
import { KnowledgeFaults } from '../../src/knowledge/Faults.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'
import { pageIds, type Page } from '../../src/knowledge/records/page.js'
import { signpost } from '../signpost.js'

const { knowledge, say } = signpost
const settings: AppSettings = { perMinute: 10_000 }
const app = createApp(signpost, settings)
const canary = 'zebra marmalade'

const get = (path: string): Promise<request.Response> => request(app).get(path).set('accept', 'text/html')
const ask = (utterance: string, state = '{}'): Promise<request.Response> =>
  request(app).post('/').set('accept', 'text/html').type('form').send({ utterance, state })

/** Each page of text, and the page of the chat as it is at first, in a talk, in an emergency and in a failure. */
const everyPage = (): Promise<request.Response[]> =>
  Promise.all([
    ...pageIds.map((id) => get(`/${id}`)),
    get('/'),
    ask(`${canary}: my neighbours kids in Poole are always hungry`),
    ask('he is hitting my mum right now'),
    ask('x'.repeat(6_000)),
    get('/nowhere')
  ])

/** The words as a reader sees them. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]{1,900}>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = '']) => found)
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describe.each([...pageIds])('/%s', (id) => {
  let html = ''
  beforeAll(async () => {
    const response = await get(`/${id}`)
    expect(response.status).toBe(200)
    expect(response.type).toBe('text/html')
    html = response.text
  })

  it('says all that its record says, with every value filled in', () => {
    const { title, lead, sections } = knowledge.pages.get(id) ?? ({ title: '', sections: [] } satisfies Page)
    const said = [title, lead ?? '', ...sections.flatMap(({ heading, text, list, steps }) => [heading, ...[text, list, steps].flat()])]
    const constant = said.filter((line) => line !== undefined && !line.includes('{'))
    expect(constant.length).toBeGreaterThan(5)
    expect(constant.filter((line) => !plain(html).includes(line ?? ''))).toEqual([])
    expect(plain(html)).not.toMatch(/[{}]|undefined|\[object/)
  })

  it('has one first heading, its others in order, and a title of its own', () => {
    const levels = matches(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(levels[0]).toBe(1)
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true)
    expect(html).toContain(`<title>${knowledge.pages.get(id)?.title ?? ''} - ${say('page.title')}</title>`)
    expect(html).toMatch(/<html lang="en-GB"/)
  })

  it('says 999 first, leads on to the chat, and can be left at once', () => {
    expect(main(html).indexOf('999')).toBeLessThan(main(html).indexOf('<h2'))
    expect(main(html)).toContain('href="/"')
    expect(html).toContain('govuk-js-exit-this-page-button')
    expect(html).toContain('govuk-js-exit-this-page-skiplink')
  })

  it('needs no script, and runs none that stands in the page', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:|<noscript/i)
    expect(plain(main(html)).length).toBeGreaterThan(400)
  })

  it('has no link into the void', async () => {
    const paths = new Set(matches(html, /\b(?:href|src)="(\/[^"#]*)/g))
    for (const path of ['/', '/safety', '/privacy', '/accessibility']) expect(paths).toContain(path)
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200])
    const places = matches(html, /\bhref="#([^"]+)"/g)
    expect(places.filter((place) => !html.includes(`id="${place}"`))).toEqual([])
  })
})

describe('the pages tell the truth', () => {
  const text = async (path: string): Promise<string> => plain((await get(path)).text)

  it('about leaving: the history stays', async () => {
    for (const path of ['/safety', '/before-you-start']) {
      expect(await text(path)).toContain('It does not erase the history.')
      expect(await text(path)).toMatch(/press Shift three times/i)
    }
  })

  it('about the phone bill: as the records have it, with the number of the record', async () => {
    expect(await text('/safety')).toContain('Childline is free to ring, on 0800 1111.')
    expect(knowledge.services.get('childline')?.cost).toContain('does not show on the bill of landlines and most mobiles')
    expect(knowledge.guidance.get('childline-on-the-phone-bill')?.says.child).toContain('list of calls on your phone is a separate thing')
  })

  it('about danger', async () => {
    expect(await text('/safety')).toMatch(/Call 999\. It is free\..*press 55 when a voice asks you to/)
  })

  it('about how the pages were tested: with this axe-core, and not yet by people', async () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }
    const statement = await text('/accessibility')
    expect(statement).toContain(`axe-core, version ${devDependencies['axe-core'] ?? 'none'}.`)
    expect(statement).toContain('No people with disabilities have tested the website yet.')
    expect(statement).toContain('WCAG) 2.2 at level AA')
    expect(statement).toContain('22 November 2026')
  })

  it('about whom to ask: the one who answers for the records, or that nobody is named', async () => {
    expect(knowledge.directory.assurerEmail).toBeUndefined()
    expect(await text('/privacy')).toContain(say('page.ask-unnamed'))
    const named = { ...signpost, knowledge: { ...knowledge, directory: { ...knowledge.directory, assurerEmail: 'keeper@example.org' } } }
    const { text: html } = await request(createApp(named, settings)).get('/privacy')
    expect(plain(html)).toContain('Write to keeper@example.org.')
  })
})

describe('what the privacy page says is so', () => {
  it('sets no cookie, and asks the browser to keep nothing', async () => {
    for (const { headers } of await everyPage()) {
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })

  it('lets the browser keep only files that are the same for everybody', async () => {
    const { text } = await ask(canary)
    const files = matches(text, /\b(?:href|src)="(\/assets\/[^"]*)"/g)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const asset = await get(file)
      expect(asset.headers['cache-control']).toContain('immutable')
      expect(asset.headers['set-cookie']).toBeUndefined()
      // Nothing that could keep words: no storage, no database, no worker, no place in the history.
      expect(asset.text).not.toMatch(
        /localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|pushState|replaceState|sendBeacon/
      )
    }
  })

  it('puts no words in a title, an address or a header', async () => {
    for (const { text, headers } of await everyPage()) {
      expect(matches(text, /<title>([^<]*)<\/title>/g).filter((title) => title.includes(say('page.title')))).toHaveLength(1)
      expect(/<title>[^<]*(?:zebra|marmalade)/i.test(text)).toBe(false)
      expect(matches(text, /\b(?:href|action|src)="([^"]*)"/g).filter((url) => /zebra|marmalade/i.test(url))).toEqual([])
      expect(JSON.stringify(headers)).not.toMatch(/zebra|marmalade/i)
    }
  })

  it('asks no other site for anything', async () => {
    for (const { text, headers } of await everyPage()) {
      const fetched = [
        ...matches(text, /\bsrc="([^"]*)"/g),
        ...matches(text, /<link[^>]*\bhref="([^"]*)"/g),
        ...matches(text, /\baction="([^"]*)"/g)
      ]
      expect(fetched.length).toBeGreaterThan(1)
      expect(fetched.filter((url) => !/^(?:\/(?!\/)|data:,$)/.test(url))).toEqual([])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe/)
    }
  })

  it('carries short codes of its own from turn to turn, never words', async () => {
    const { text } = await ask(`${canary}: my neighbours kids in Poole are always hungry`)
    const states = matches(text, /name="state" value="([^"]*)"/g).map((state) => state.replaceAll('&quot;', '"'))
    expect(states.some((state) => state.includes('neglect'))).toBe(true)
    for (const state of states) {
      expect(state).not.toMatch(/zebra|marmalade|hungry|neighbour/i)
      expect(matches(state, /"([^"]*)"/g).filter((value) => !/^[\w:.-]+$/.test(value))).toEqual([])
    }
  })

  it('writes one line for each request, which holds what the page lists and no more', async () => {
    const { lines, logged } = withLog()
    await request(logged).post('/').type('form').send({ utterance: canary })
    await request(logged).get(`/privacy?q=${encodeURIComponent(canary)}`)
    await request(logged).get(`/${encodeURIComponent(canary)}`)
    expect(lines.map((line) => Object.keys(line).sort())).toEqual(Array(3).fill(['level', 'method', 'ms', 'route', 'status', 'time']))
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/', 200],
      ['GET', '/privacy', 200],
      ['GET', 'other', 404]
    ])
    expect(JSON.stringify(lines)).not.toMatch(/zebra|marmalade|127\.0\.0\.1|::1|user-agent/i)
  })

  it('adds only the kind of fault when something breaks', async () => {
    const { lines, logged } = withLog(() => {
      throw new RangeError(canary)
    })
    await request(logged).post('/').type('form').send({ utterance: canary })
    expect(lines[0]).toMatchObject({ error: 'RangeError' })
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['error', 'level', 'time'])
  })

  it('counts messages from an address for a minute at a time, and says how many', async () => {
    const few = createApp(signpost, { perMinute: 2 })
    expect(plain((await request(few).get('/privacy')).text)).toContain('up to 2 a minute')
    const replies = [await request(few).post('/'), await request(few).post('/'), await request(few).post('/')]
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429])
    for (const { headers } of replies) expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60)
  })

  it('passes on the id of a contact that may be wrong, and nothing that is sent beside it', async () => {
    const { lines, logged } = withLog()
    await request(logged).post('/wrong').type('form').send({ service: 'childline', utterance: canary, state: canary })
    await request(logged).post('/wrong').type('form').send({ service: canary })
    expect(JSON.stringify(lines)).toContain('childline')
    expect(JSON.stringify(lines)).not.toMatch(/zebra|marmalade/i)
    const { text } = await ask('what is the number for childline')
    const forms = matches(text, /<form[^>]*action="\/wrong"[^>]*>([\s\S]*?)<\/form>/g)
    expect(forms.length).toBeGreaterThan(0)
    for (const form of forms) expect(matches(form, /\bname="([^"]*)"/g)).toEqual(['service'])
  })

  function withLog(respond = signpost.respond): { lines: Record<string, unknown>[]; logged: ReturnType<typeof createApp> } {
    const lines: Record<string, unknown>[] = []
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>)
        done()
      }
    })
    return { lines, logged: createApp({ ...signpost, respond }, { perMinute: 100, logger: pino({ base: null }, stream) }) }
  }
})

describe('a page that there is not', () => {
  it.each(['/safety/more', '/privacy.html', '/before', '/Accessibility-statement'])('still helps: %s', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(404)
    for (const contact of ['999', '0808 800 5000', '0800 1111']) expect(text).toContain(contact)
    expect(matches(text, /<h(1)\b/g)).toHaveLength(1)
  })
})

describe('a page that asks for a value that there is not', () => {
  const faultsOf = (line: string): readonly string[] => {
    const page: Page = { title: 'Safety', sections: [{ heading: 'One', text: [line] }] }
    try {
      createPagesRouter({ ...knowledge, pages: new Map([...knowledge.pages, ['safety', page]]) }, say, (name) => name, 60)
      return []
    } catch (error) {
      if (error instanceof KnowledgeFaults) return error.faults
      throw error
    }
  }

  it('is named', () => {
    expect(faultsOf('Ring {childlin}.')[0]).toMatch(
      /^knowledge\/pages\/safety\.yaml: \{childlin\}: there is no such value; write the id of/
    )
    expect(faultsOf('Ring {childline}, {turnsPerMinute} times.')).toEqual([])
  })

  it('never gets a number that may not be given as it stands', () => {
    for (const [id, { status }] of knowledge.services) {
      if (status !== 'current') expect([id, faultsOf(`Ring {${id}}.`).length]).toEqual([id, 1])
    }
    expect(faultsOf('Ring {stoke-on-trent-chad}.')).toHaveLength(1)
  })
})

describe('the pages of another county', () => {
  it('say its own words and number, and nothing of ours', async () => {
    const area = loadKnowledge('tests/area')
    const other = express().use(createPagesRouter(area, createSay(area.replies), (name) => `/assets/${name}`, 60))
    const texts = await Promise.all(pageIds.map(async (id) => (await request(other).get(`/${id}`)).text))
    expect(texts.filter((text) => /dorset|bournemouth|poole|bcp/i.test(text))).toEqual([])
    expect(texts.map((text) => matches(text, /<h1[^>]*>([^<]*)/g)[0])).toEqual([
      'Keep safe here',
      'First read this',
      'Your privacy',
      'Access for all'
    ])
    expect(texts[0]).toMatch(/Childline is on 0800 1111, and free/)
  })
})
