import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { printsContacts } from '../../src/curation/verify/contactsOf.js'
import { createVisit, type VisitOptions } from '../../src/curation/verify/createVisit.js'
import { exitCode } from '../../src/curation/verify/exitCode.js'
import { findContact } from '../../src/curation/verify/findContact.js'
import type { ContactFinding, Findings } from '../../src/curation/verify/Finding.js'
import { isPublicAddress } from '../../src/curation/verify/isPublicAddress.js'
import { readOptions } from '../../src/curation/verify/options.js'
import { reportText } from '../../src/curation/verify/reportText.js'
import { verifyServices } from '../../src/curation/verify/verifyServices.js'
import { pageText } from '../../src/curation/verify/pageText.js'
import { service, type Service } from '../../src/knowledge/records/service.js'

/** Numbers that Ofcom keeps for drama, so that nobody has them. */
const number = '01632 960123'
const email = 'help@service.example'
const changed = '0117 496 0456'

interface Seen {
  readonly method: string | undefined
  readonly host: string
  readonly path: string
  readonly agent: string | undefined
  readonly from: number
  to: number
}

/** One server for all sites: the name of the site chooses what it does. */
type Site = (path: string, response: ServerResponse, nth: number) => void

const html = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}
const prints = (text: string): string => `<!doctype html><title>Contact</title><h1>Contact us</h1><p>${text}</p>`
const standing = prints(`Call ${number}`)
const redirect = (response: ServerResponse, status: number, location: string): void => {
  response.writeHead(status, { location }).end()
}
const page =
  (body: string | Buffer, headers?: Record<string, string>): Site =>
  (_, response) => {
    html(response, body, headers)
  }
const answer =
  (status: number): Site =>
  (_, response) => {
    response.writeHead(status).end('No.')
  }
const hang: Site = () => undefined

const sites: Record<string, Site> = {
  'standing.test': page(prints(`Call ${number}<br>Write to ${email}`)),
  'tags.test': page(prints(`<span>016</span><b>32</b> <i>960</i><!-- x -->&nbsp;123`)),
  'link.test': page(prints('<a href="tel:+44%201632%20960123">Ring us</a> or <a href="mailto:Help@Service.example?subject=x">write</a>')),
  'gzip.test': page(gzipSync(standing), { 'content-encoding': 'gzip' }),
  'latin.test': page(Buffer.from(prints(`caf\u00e9: 01632\u00a0960\u00a0123`), 'latin1'), {
    'content-type': 'text/html; charset=iso-8859-1'
  }),
  'meta.test': page(Buffer.from(`<meta charset="windows-1252">${prints('01632\u00a0960\u00a0123')}`, 'latin1'), {
    'content-type': 'text/html'
  }),
  'plain.test': page(`Call ${number}`, { 'content-type': 'text/plain' }),
  'pdf.test': page(pdfOf(`Call ${number}`), { 'content-type': 'application/pdf' }),
  'changed.test': page(prints(`Call us on ${changed} at any time`)),
  'moved.test': (path, response) => {
    if (path === '/') redirect(response, 301, '/new/page')
    else html(response, standing)
  },
  'moved-elsewhere.test': (_, response) => {
    redirect(response, 308, `${site('standing.test')}?from=old`)
  },
  'moved-and-changed.test': (path, response) => {
    if (path === '/') redirect(response, 301, '/new')
    else html(response, prints(`Call ${changed}`))
  },
  'moved-to-nothing.test': (path, response) => {
    if (path === '/') redirect(response, 301, '/new')
    else answer(404)(path, response, 0)
  },
  'for-a-while.test': (path, response) => {
    if (path === '/') redirect(response, 302, '/today')
    else html(response, standing)
  },
  'circle.test': (path, response) => {
    redirect(response, 301, path === '/' ? '/again' : '/')
  },
  'endless.test': (path, response) => {
    redirect(response, 302, `${path}x`)
  },
  'vanished.test': answer(404),
  'gone-for-good.test': answer(410),
  'refusing.test': answer(403),
  'failing.test': answer(503),
  'fails-once.test': (_, response, nth) => {
    if (nth === 0) response.writeHead(500).end()
    else html(response, standing)
  },
  'breaks-once.test': (_, response, nth) => {
    if (nth === 0) response.destroy()
    else html(response, standing)
  },
  'hanging.test': hang,
  'dripping.test': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const drip = setInterval(() => response.write('<p>.'), 20)
    response.on('close', () => {
      clearInterval(drip)
    })
  },
  'large.test': page(standing + 'x'.repeat(300_000)),
  'bomb.test': page(gzipSync(standing + ' '.repeat(20_000_000)), { 'content-encoding': 'gzip' }),
  'broken-gzip.test': page('this is no gzip', { 'content-encoding': 'gzip' }),
  'image.test': page(standing, { 'content-type': 'image/png' }),
  'scripts.test': page('<!doctype html><div id="app"></div><script>let number = "01632 960123"</script>'),
  'forbids.test': page(standing),
  'forbids-others.test': page(standing),
  'robots-hang.test': page(standing),
  'robots-fail.test': page(standing),
  'robots-move.test': page(standing),
  'inwards.test': (_, response) => {
    redirect(response, 302, `http://inside.test:${String(port)}/`)
  },
  'inwards-by-number.test': (_, response) => {
    redirect(response, 301, `http://[::1]:${String(port)}/`)
  },
  'to-a-file.test': (_, response) => {
    redirect(response, 302, 'file:///etc/passwd')
  },
  'slow.test': (path, response) => {
    setTimeout(() => {
      html(response, path === '/b' ? standing : prints('Nothing here'))
    }, 60)
  }
}

const robots: Record<string, Site> = {
  'forbids.test': page('User-agent: *\nDisallow: /', { 'content-type': 'text/plain' }),
  'forbids-others.test': page('User-agent: *\nDisallow: /\n\nUser-agent: SignpostVerify\nDisallow: /private', {
    'content-type': 'text/plain'
  }),
  'robots-hang.test': hang,
  'robots-fail.test': answer(500),
  'robots-move.test': (_, response) => {
    redirect(response, 301, `${site('forbids.test')}robots.txt`)
  },
  'slow.test': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nCrawl-delay: 0.01')
  }
}

const seen: Seen[] = []
let port = 0
const site = (name: string, path = '/'): string => `http://${name}:${String(port)}${path}`

const server = createServer((request: IncomingMessage, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const path = request.url ?? ''
  const nth = seen.filter((s) => s.host === host && s.path === path).length
  const entry: Seen = { method: request.method, host, path, agent: request.headers['user-agent'], from: performance.now(), to: Infinity }
  seen.push(entry)
  for (const end of ['finish', 'close']) {
    response.on(end, () => {
      entry.to = Math.min(entry.to, performance.now())
    })
  }
  const does = path === '/robots.txt' ? (robots[host] ?? answer(404)) : (sites[host] ?? answer(404))
  does(path, response, nth)
})

const pause = 100
const options: VisitOptions = {
  userAgent: 'SignpostVerify (+https://signpost.example/)',
  timeout: 400,
  mostBytes: 200_000,
  pause,
  hostsAtOnce: 12,
  mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
  findAddresses: (name) => {
    if (name === 'unknown.test') return Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
    if (name === 'half-inside.test') return Promise.resolve(['127.0.0.1', '10.0.0.7'].map((address) => ({ address, family: 4 })))
    return Promise.resolve([{ address: name === 'inside.test' ? '10.0.0.7' : '127.0.0.1', family: 4 }])
  }
}

const record = (urls: readonly string[], more: object = {}): Service =>
  service.parse({
    name: 'An invented service',
    organisation: 'Nobody',
    summary: 'There is no such service.',
    audience: ['anyone'],
    serviceArea: ['uk'],
    status: 'current',
    contactPoints: [{ kind: 'phone', number }, ...urls.map((url) => ({ kind: 'web', url }))],
    anonymity: { kind: 'unknown' },
    checked: '2026-11-21',
    sources: [{ article: 'none', says: 'nothing' }],
    ...more
  })

let findings: Findings
const about = (id: string): ContactFinding => {
  const found = findings.contacts.find((contact) => contact.service === id)
  if (found === undefined) throw new Error(`nothing about ${id}`)
  return found
}
const reasonOf = (id: string): string => about(id).sightings[0]?.why ?? ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const records: Record<string, Service> = {
    ...Object.fromEntries([...Object.keys(sites), 'unknown.test', 'half-inside.test'].map((name) => [name, record([site(name)])])),
    'tls.test': record([`https://tls.test:${String(port)}/`]),
    'slow.test': record([site('slow.test', '/a'), site('slow.test', '/b#contact'), site('slow.test', '/c')]),
    'no-page': record([]),
    'no-address': record(['www.example']),
    both: record([site('standing.test')], {
      contactPoints: [
        { kind: 'email', address: email, status: 'unverified' },
        { kind: 'phone', number: changed },
        { kind: 'phone', number: '01632 960999', status: 'superseded' },
        { kind: 'web', url: site('standing.test') }
      ]
    }),
    sibling: record([], {
      contactPoints: [
        { kind: 'phone', number: changed },
        { kind: 'phone', number },
        { kind: 'web', url: site('changed.test') }
      ]
    }),
    withheld: record([site('vanished.test'), site('moved.test', '/new/page')], { status: 'unverified' }),
    source: record([], {
      sources: [
        { url: site('standing.test', '/news'), assuredDate: '2024', says: 'prints the number' },
        { url: site('changed.test', '/story'), assuredDate: 'undated', says: 'who runs it' }
      ]
    })
  }
  findings = await verifyServices(new Map(Object.entries(records)), createVisit(options), '2026-11-21')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('a number that a page still prints', () => {
  it.each(['standing', 'tags', 'gzip', 'latin', 'meta', 'plain', 'pdf', 'for-a-while', 'fails-once', 'breaks-once', 'forbids-others'])(
    'stands: %s',
    (name) => {
      expect(about(`${name}.test`)).toMatchObject({ verdict: 'stands', sightings: [{ result: 'printed', place: 'text' }] })
    }
  )

  it('stands in a link, and the report says that it is only there', () => {
    expect(about('link.test')).toMatchObject({ verdict: 'stands', sightings: [{ place: 'link' }] })
    expect(reportText(findings)).toContain('link.test:' + String(port) + '/ prints it, though only in a link')
  })

  it('stands when one of several pages prints it', () => {
    expect(about('slow.test').verdict).toBe('stands')
    expect(about('slow.test').sightings.map(({ result }) => result)).toEqual(['notPrinted', 'printed', 'notPrinted'])
  })

  it('stands on a source that is said to print it, and other sources are left in peace', () => {
    expect(about('source')).toMatchObject({ verdict: 'stands', sightings: [{ part: 'source', url: site('standing.test', '/news') }] })
    expect(seen.filter(({ path }) => path === '/story')).toEqual([])
  })

  it('brings a source to paste', () => {
    expect(about('standing.test').paste).toBe(
      `  - url: ${site('standing.test')}\n    assuredDate: "2026-11-21"\n    says: prints the number ${number}`
    )
  })

  it('needs a person where its page has moved for good, and says where to', () => {
    expect(about('moved.test')).toMatchObject({ verdict: 'moved', sightings: [{ movedTo: site('moved.test', '/new/page') }] })
    expect(about('moved.test').paste).toContain(site('moved.test', '/new/page'))
    expect(about('moved-elsewhere.test')).toMatchObject({ verdict: 'moved', sightings: [{ movedTo: `${site('standing.test')}?from=old` }] })
  })

  it('needs nobody where its page is elsewhere for a while', () => {
    expect(about('for-a-while.test').sightings[0]).not.toHaveProperty('movedTo')
    expect(findings.addresses.map(({ url }) => url)).not.toContain(site('for-a-while.test'))
  })
})

describe('a number that no page prints', () => {
  it('is gone, and the page tells which numbers it prints instead', () => {
    expect(about('changed.test')).toMatchObject({ verdict: 'gone', sightings: [{ result: 'notPrinted', instead: [changed] }] })
    expect(about('moved-and-changed.test')).toMatchObject({
      verdict: 'gone',
      sightings: [{ movedTo: site('moved-and-changed.test', '/new') }]
    })
  })

  it('is not replaced by a number that the record holds already', () => {
    const [stands, gone] = findings.contacts.filter(({ service: id }) => id === 'sibling')
    expect([stands?.verdict, gone?.verdict, gone?.sightings[0]?.instead]).toEqual(['stands', 'gone', []])
  })

  it('is judged contact by contact; what is superseded is not asked about', () => {
    const found = findings.contacts.filter(({ service: id }) => id === 'both')
    expect(found.map(({ value, verdict, withheld }) => [value, verdict, withheld])).toEqual([
      [email, 'stands', true],
      [changed, 'gone', false]
    ])
  })
})

describe('a page that is no more', () => {
  it.each(['vanished', 'gone-for-good', 'moved-to-nothing'])('has vanished: %s', (name) => {
    expect(about(`${name}.test`).verdict).toBe('vanished')
    expect(findings.addresses.find(({ url }) => url === site(`${name}.test`))?.vanished).toBe(true)
  })
})

describe('a page that could not be reached', () => {
  it.each([
    ['hanging.test', 'within 0.4 seconds'],
    ['dripping.test', 'within 0.4 seconds'],
    ['failing.test', 'the server fails (503)'],
    ['refusing.test', 'the server refuses (403)'],
    ['unknown.test', 'DNS: ENOTFOUND'],
    ['tls.test', 'TLS: '],
    ['circle.test', 'in a circle'],
    ['endless.test', 'in a circle, or too often'],
    ['large.test', 'is larger than 0.2 MB'],
    ['bomb.test', 'is larger than 0.2 MB'],
    ['broken-gzip.test', 'cannot be unpacked'],
    ['image.test', 'image/png'],
    ['scripts.test', 'without its scripts'],
    ['robots-hang.test', 'robots.txt'],
    ['robots-fail.test', 'robots.txt fails (500)'],
    ['to-a-file.test', 'no web page'],
    ['no-address', 'http://']
  ])('%s says why: %s', (id, why) => {
    expect(about(id).verdict).toBe('unreachable')
    expect(reasonOf(id)).toContain(why)
  })

  it.each(['inwards.test', 'inwards-by-number.test', 'half-inside.test'])('is refused where it leads to a private address: %s', (id) => {
    expect(about(id).verdict).toBe('unreachable')
    expect(reasonOf(id)).toContain('private address')
    expect(seen.filter(({ host }) => ['inside.test', 'half-inside.test', '[::1]'].includes(host))).toEqual([])
  })

  it('is asked once more where it failed in passing, never more', () => {
    const asked = (host: string): number => seen.filter((s) => s.host === host && s.path === '/').length
    expect(['hanging.test', 'failing.test', 'fails-once.test', 'refusing.test', 'vanished.test'].map(asked)).toEqual([2, 2, 2, 1, 1])
  })
})

describe('the manners of the visitor', () => {
  it('asks with GET alone and says who it is', () => {
    expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set(['SignpostVerify (+https://signpost.example/)']))
  })

  it('asks for robots.txt first and does what it says, also where it is kept elsewhere', () => {
    expect(['forbids.test', 'robots-move.test'].map((id) => about(id).verdict)).toEqual(['notAllowed', 'notAllowed'])
    expect(seen.filter(({ host }) => host === 'forbids.test').map(({ path }) => path)).not.toContain('/')
    for (const host of ['robots-hang.test', 'robots-fail.test', 'robots-move.test'])
      expect(seen.some((s) => s.host === host && s.path === '/')).toBe(false)
  })

  it('asks for each page once, however many records name it', () => {
    expect(seen.filter(({ host, path }) => host === 'standing.test' && path === '/').length).toBe(1)
  })

  it('never asks a site two things at once, and pauses in between', () => {
    for (const host of Object.keys(sites)) {
      const asked = seen.filter((s) => s.host === host).sort((a, b) => a.from - b.from)
      const gaps = asked.slice(1).map(({ from }, at) => from - (asked[at]?.to ?? 0))
      expect({ host, least: Math.min(pause, ...gaps) > pause - 25 }).toEqual({ host, least: true })
    }
    expect(seen.filter(({ host }) => host === 'slow.test').length).toBe(4)
  })

  it('visits only so many sites at once', () => {
    const together = seen.map(({ from }) => seen.filter((s) => s.from <= from && s.to > from).length)
    expect(Math.max(...together)).toBeGreaterThan(1)
    expect(Math.max(...together)).toBeLessThanOrEqual(options.hostsAtOnce)
  })

  it('waits longer where robots.txt asks for it', async () => {
    robots['standing.test'] = page('User-agent: *\nCrawl-delay: 0.4', { 'content-type': 'text/plain' })
    const before = seen.length
    const visit = createVisit({ ...options, pause: 0 })
    await Promise.all([visit(site('standing.test', '/1')), visit(site('standing.test', '/2'))])
    const [, first, second] = seen.slice(before)
    expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThan(375)
  })
})

describe('what a scheduler is told', () => {
  const only = (...ids: string[]): Findings => {
    const contacts = findings.contacts.filter(({ service: id }) => ids.includes(id))
    const urls = contacts.flatMap(({ sightings }) => sightings)
    const answered = urls.filter(({ result }) => result !== 'unreachable' && result !== 'notAllowed').length
    const addresses = findings.addresses.filter(({ url }) => urls.some((sighting) => sighting.url === url))
    return { ...findings, contacts, addresses, pagesAsked: urls.length, pagesAnswered: answered }
  }

  it.each([
    [0, ['standing.test', 'no-page', 'forbids.test']],
    [1, ['standing.test', 'changed.test']],
    [1, ['standing.test', 'moved.test']],
    [1, ['standing.test', 'vanished.test']],
    [1, ['standing.test', 'hanging.test']],
    [2, ['hanging.test', 'unknown.test', 'no-page']],
    [2, ['no-page']]
  ])('%i after %j', (code, ids) => {
    expect(exitCode(only(...ids))).toBe(code)
  })

  it('is not troubled by what is withheld from the public', async () => {
    const records = new Map([
      ['withheld', record([site('vanished.test')], { status: 'unverified' })],
      ['standing', record([site('standing.test')])]
    ])
    expect(exitCode(await verifyServices(records, createVisit({ ...options, pause: 0 }), '2026-11-21'))).toBe(0)
  })
})

describe('the report', () => {
  it('begins with what needs a person, then what was not reached, then what stands, and ends with a line of counts', () => {
    const text = reportText(findings)
    const order = [
      'THESE NEED A PERSON',
      'ADDRESSES TO CHANGE',
      'COULD NOT BE REACHED',
      'LOOK BY HAND',
      'NO PAGE',
      'STAND\n',
      'NOT SHOWN TO'
    ].map((t) => text.indexOf(t))
    expect(order.every((at) => at > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(text.split('\n').at(-1)).toMatch(/^Contacts: \d+ in all, \d+ stand, \d+ gone, .* pages answered; addresses to change: \d+\.$/)
    expect(text).toContain(`The page prints these numbers instead: ${changed}`)
  })

  it('says in a clear word that nothing could be checked', () => {
    expect(reportText({ day: '2026-11-21', pagesAsked: 3, pagesAnswered: 0, contacts: [], addresses: [] })).toContain(
      'Nothing could be checked'
    )
  })
})

describe('a number on a page', () => {
  const on = (value: string, text: string, kind: 'phone' | 'text' = 'phone') =>
    findContact({ kind, value, withheld: false }, { text, links: [] }) === 'text'

  it.each([
    [number, '01632960123'],
    [number, '(01632) 960 123'],
    [number, '01632-960-123'],
    [number, '01632\u2011960\u2011123'],
    [number, '01632\u202f960\u00a0123'],
    [number, '01632\u200b960123'],
    [number, '+44 1632 960123'],
    [number, '+44 (0)1632 960123'],
    [number, '(+44) 01632 960123'],
    [number, '0044 1632 960 123'],
    [number, 'Tel:01632 960123, 24 hours'],
    [number, '01632 960123/4'],
    [number, '01632\n960123'],
    ['+44 1632 960123', '01632 960123'],
    ['0800 1111', 'Call 0800 1111 24 hours a day'],
    ['0800 1111', '0800 1111 9am to 5pm'],
    ['0800 1111', '08001111. 12 people'],
    ['0800 1111', '0800 1111 01632 960123'],
    ['116 000', 'Call 116000 or text'],
    ['101', 'Call 101.'],
    ['101', 'The police: 101, or 999 in an emergency'],
    ['111', 'NHS 111 24 hours'],
    ['85258', 'text a word to 85258'],
    ['18001 101', 'Textphone: 18001 101']
  ])('%s is found in %j', (value, text) => {
    expect(on(value, text)).toBe(true)
  })

  it.each([
    [number, '01632 960124'],
    [number, '01632 9601234'],
    [number, '101632 960123'],
    [number, '+49 1632 960123'],
    ['0800 1111', '0800 1111 234'],
    ['0800 1111', '0800 11112'],
    ['0800 1111', '0800-1111-22'],
    ['101', 'Call 0800 101 222'],
    ['101', 'Call 1010 now'],
    ['101', 'Call us: it costs \u00a3101'],
    ['101', 'Write to 101@police.example, the police'],
    ['101', 'There are 101 reasons to be glad'],
    ['999', 'Call 01632 960 999'],
    ['111', 'Phone 2.111']
  ])('%s is not found in %j', (value, text) => {
    expect(on(value, text)).toBe(false)
  })

  it.each([
    ['Help@Service.example', true],
    ['help [at] service.example.', true],
    ['dont-help@service.example', false],
    ['help@service.example.org', false]
  ])('an email is known from its neighbours: %s', (text, found) => {
    expect(findContact({ kind: 'email', value: email, withheld: false }, { text, links: [] }) === 'text').toBe(found)
  })

  it.each([
    [number, 'tel:+441632960123', true],
    [number, 'tel:0044-1632-960123;ext=5', true],
    ['0800 1111', 'tel:+448001111', true],
    ['85258', 'sms:85258?body=HELLO', true],
    ['101', 'tel:101', true],
    [number, 'tel:01632960124', false],
    [number, 'https://a.example/01632960123', false]
  ])('%s in the link %s: %s', (value, link, found) => {
    expect(findContact({ kind: 'phone', value, withheld: false }, { text: '', links: [link] }) === 'link').toBe(found)
  })
})

describe('a page', () => {
  const read = (body: string, type = 'text/html') => pageText(Buffer.from(body), type, 'http://a.example/')

  it('keeps the cells of a table, terms and steps apart', async () => {
    const contact = { kind: 'phone', value: number, withheld: false } as const
    const parted = [
      `<table><tr><td>9</td><td>${number}</td><td>9</td></tr></table>`,
      `<dl><dt>Phone 9</dt><dd>${number}</dd><dt>9</dt></dl>`,
      `<ol><li>${number}</li><li>9</li></ol>`
    ]
    const pages = await Promise.all(parted.map((body) => read(body)))
    expect(pages.map((page) => page && findContact(contact, page))).toEqual(['text', 'text', 'text'])
  })

  it('shows the email that a script would show', async () => {
    const hidden = Buffer.from([7, ...Buffer.from(email).map((byte) => byte ^ 7)]).toString('hex')
    const found = await read(`<a href="/cdn-cgi/l/email-protection" data-cfemail="${hidden}">[email protected]</a>`)
    expect(found?.links).toContain(`mailto:${email}`)
  })

  it('is read whatever its charset is called, and even with a broken letter in it', async () => {
    expect((await read('<p>x', 'text/html; charset=no-such'))?.text).toContain('x')
    const broken = Buffer.concat([Buffer.from(prints('01632\u00a0960\u00a0123')), Buffer.from([0xff])])
    expect((await pageText(broken, 'text/html; charset=utf-8', 'http://a.example/'))?.text).toContain('01632\u00a0960\u00a0123')
  })

  it('is not read when it is a broken PDF, or nested beyond reason', async () => {
    expect(await read('%PDF-1.4 broken', 'application/pdf')).toBeUndefined()
    expect(await read('<div>'.repeat(500_000))).toBeUndefined()
  })
})

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:10.0.0.1',
    '[::1]',
    'no address'
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['203.0.114.9', '172.32.0.1', '2a00:1450::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('the call', () => {
  it('has usual settings', () => {
    expect(readOptions([])).toEqual({ pause: 1000, timeout: 15_000, json: false, 'allow-private': false, services: [] })
    expect(readOptions(['--timeout', '2000', '--contact', 'https://a.example', 'childline'])).toMatchObject({
      timeout: 2000,
      contact: 'https://a.example/',
      services: ['childline']
    })
  })

  it.each([[['--pause', 'soon']], [['--timeout', '0']], [['--contact', 'me']], [['--ring', 'them']]])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow(/--/)
  })

  it.each([
    ['prints this number and the hours', true],
    ['the number and email, and an old text number', true],
    ['lists it, with no number', false],
    ['the page as we saw it shows no number', false],
    ['reports the launch', false]
  ])('takes a source that says %j for one that prints the contacts: %s', (says, printed) => {
    expect(printsContacts(says)).toBe(printed)
  })
})

/** The smallest PDF of one line. */
function pdfOf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ]
  return Buffer.from(
    `%PDF-1.4\n${objects.map((o, at) => `${String(at + 1)} 0 obj\n${o}\nendobj\n`).join('')}trailer << /Root 1 0 R >>\n%%EOF\n`
  )
}
