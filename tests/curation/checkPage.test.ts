import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPage } from '../../src/curation/checkPage/checkPage.js'
import type { Finding } from '../../src/curation/checkPage/judgeContact.js'
import { readHtml } from '../../src/curation/checkPage/readHtml.js'
import { readPage } from '../../src/curation/checkPage/readPage.js'
import { renderFindings } from '../../src/curation/checkPage/renderFindings.js'
import { Unreadable } from '../../src/curation/checkPage/Unreadable.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'

const { services } = loadKnowledge(areaRoot())
const pages = 'tests/curation/pages'

const checkText = (text: string) => checkPage({ text, links: [] }, services)
const checkHtml = (html: string) => checkPage(readHtml(html, 'a page'), services)
const shownOf = (findings: readonly Finding[]): string[] => findings.map(({ contact }) => contact.shown)
const verdicts = ({ findings }: { findings: readonly Finding[] }): Record<string, string> =>
  Object.fromEntries(findings.map(({ contact, verdict }) => [contact.shown, verdict]))

describe('checkPage: what each verdict says', () => {
  const find = (text: string) => checkText(text).findings[0]

  it('current: whose it is, when it is open, how new the source is, when it was checked', () => {
    expect(find('Childline: 08001111')).toMatchObject({
      verdict: 'current',
      service: 'Childline',
      hours: 'day and night',
      sourceDate: expect.stringMatching(/^\d{4}/),
      checked: services.get('childline')?.checked
    })
  })

  it('superseded: why, and whom to print today', () => {
    const finding = find('Poole: 01202 735046')
    expect(finding).toMatchObject({ verdict: 'superseded', why: services.get('seed-poole-social-care')?.whyNotGiven?.trim() })
    expect(finding?.instead?.[0]?.service).toBe(services.get('bcp-children-first-response')?.name)
    expect(finding?.instead?.[0]?.contacts[0]).toContain('confirm it on https://')
  })

  it("superseded, of a service that still stands: that service's contacts of today", () => {
    const finding = find('01202 454979')
    expect(finding).toMatchObject({ verdict: 'superseded', service: 'BCP Council adult social care' })
    expect(finding?.instead?.[0]?.contacts[0]).toBe('01202 123 654')
  })

  it('unverified: what the same service has that is current', () => {
    const finding = find('text 88858')
    expect(finding).toMatchObject({ verdict: 'unverified', service: 'NSPCC Helpline' })
    expect(finding?.instead?.[0]?.contacts).toContain('0808 800 5000')
  })

  it.each(['01782 235100', '01782 234234'])("elsewhere: another place's number, and the one for here: %s", (number) => {
    const finding = find(`Dorset's ChAD: ${number}`)
    expect(finding).toMatchObject({ verdict: 'elsewhere', service: 'Stoke-on-Trent ChAD' })
    expect(finding?.instead?.[0]?.service).toBe(services.get('dorset-chad')?.name)
  })

  it('confirm: the page to confirm it on', () => {
    expect(find('01305 228866')).toMatchObject({
      verdict: 'confirm',
      confirmOn: expect.stringContaining('https://www.dorsetcouncil.gov.uk/')
    })
  })

  it('confirm: the page of a service that we could not verify', () => {
    expect(find('https://www.familylives.org.uk')).toMatchObject({ verdict: 'confirm', confirmOn: 'https://www.familylives.org.uk' })
  })

  it('unknown: nothing more', () => {
    const { contact, ...rest } = find('Ring 01258 555010') ?? {}
    expect(contact?.shown).toBe('01258 555010')
    expect(rest).toEqual({ verdict: 'unknown' })
  })

  it.each([
    ['www.nspcc.org.uk/some/page', 'site'],
    ['www.ceop.police.uk', 'site'],
    ['dorsetforyou.com/childrens-services', 'superseded'],
    ['thinkuknow.co.uk/parents', 'superseded'],
    ['https://www.nspcc.org.uk/childsexualexploitation/', 'unverified'],
    ['https://nspcc.org.uk/keeping-children-safe/reporting-abuse?utm_source=leaflet', 'current'],
    ['HTTP://WWW.Barnardos.ORG.uk/', 'current'],
    ['www.dorset.police.uk#main', 'current'],
    ['hillside.example.com', 'unknown']
  ])('web address %s: %s', (address, verdict) => {
    expect(find(`Look at ${address}`)?.verdict).toBe(verdict)
  })
})

describe('checkPage: the ways to print a number', () => {
  const spellings = (number: string): string[] => {
    const figures = number.replace(/\D/g, '').replace(/^44/, '0')
    if (figures.length < 7) return [`Call ${number}.`, `Text us on ${figures}`]
    if (!figures.startsWith('0')) return [number, figures, `Tel:${number}.`]
    const [area, a, b] = [figures.slice(0, 5), figures.slice(5, 8), figures.slice(8)]
    return [
      number,
      figures,
      `(${area}) ${a} ${b}`,
      `${area}-${a}-${b}`,
      `${area}.${a}.${b}`,
      `${area}\u00a0${a}${b}`,
      `${area} \u2013 ${a}${b}`,
      `${area}\n${a}${b}`,
      `+44 ${area.slice(1)} ${a}${b}`,
      `+44 (0)${area.slice(1)} ${a}${b}`,
      `+44${figures.slice(1)}`,
      `0044 ${area.slice(1)}-${a}${b}`,
      `(+44) ${area.slice(1)} ${a}${b}`,
      `Tel${figures}`,
      `T: ${area} ${a} ${b}.`,
      `24/7 ${figures}`,
      `01258 555010, ${figures}`,
      `${figures} 01258 555010`,
      `${figures}/01258 555010`,
      Array.from(figures).join(' '),
      `${area}\u200b${a}\u00ad${b}\u00b9`,
      figures.replace(/\d/g, (figure) => String.fromCodePoint(0xff10 + Number(figure)))
    ]
  }
  const points = [...services].flatMap(([id, service]) =>
    service.contactPoints.flatMap((point) => ('number' in point ? [[point.number, id, point.status ?? service.status] as const] : []))
  )

  it.each(points)('%s of %s is found in every spelling: %s', (number, _, status) => {
    for (const text of spellings(number)) {
      const found = checkText(text).findings.filter(({ contact }) =>
        contact.key.endsWith(`:${number.replace(/\D/g, '').replace(/^44/, '0')}`)
      )
      expect({ text, verdicts: found.map(({ verdict }) => verdict) }).toEqual({ text, verdicts: [expect.any(String)] })
      expect(found[0]?.verdict).toMatch(status === 'current' ? /^(current|confirm)$/ : status)
    }
  })

  it.each(['01202 4569001', '101202 456900', '2016 456900', '01202 45690'])('a longer or shorter run of figures is another: %s', (text) => {
    expect(checkText(text).mustChange).toBe(false)
  })
})

describe('checkPage: short numbers', () => {
  it.each([
    ['Dial 999.', '999'],
    ['The team can be contacted on 101. Thank you', '101'],
    ['Dorset Police by calling 101 (999 in an emergency)', '101 999'],
    ['tell the police on 101, or in an emergency on 999.\u201d', '101 999'],
    ['call 999/112', '999'],
    ['101/999: ring either', ''],
    ['Emergency: 999', '999'],
    ['NHS 111', '111'],
    ['Samaritans 116 123', '116 123'],
    ['Samaritans: 116123', '116123'],
    ['Missing People: call or text 116 000', '116 000'],
    ['Text SHOUT to 85258 free', '85258'],
    ['textphone 18000', '18000'],
    ['Use 18001 101 with a textphone', '18001 101'],
    ['If in danger, please call\n999 straight away', '999']
  ])('%j gives: %s', (text, numbers) => {
    expect(shownOf(checkText(text).findings).join(' ')).toBe(numbers)
  })

  it.each([
    '101 children',
    '999 pupils are on roll',
    'In 2016, over 600 arrests were made',
    'See page 101',
    'They answered 999 calls and 101 emails',
    'We called 101 parents last week',
    'Staff phoned the families of 111 children',
    'It costs £999, or £101.50',
    'The number rose by 111% to 1,999',
    'It is 999.5 miles, 101-year-old or 999.101',
    'Call in at 101 High Street',
    'Take the 101 bus, or the A101',
    'On 10.11.101 and 101/2016',
    'A total of 999.',
    'Ticket 85258 won, and 116 000 people came',
    'Room 111. Item 999. Figure 101',
    '101 Dalmatians',
    'Call us with 101 questions',
    '101',
    'Pupils: 101',
    'the 999 service',
    'from 09:00-17:00 on 04/08/2016',
    'ISBN 9780140449136',
    '107,555 crimes, 1,154 of them here, in 2016/17'
  ])('%j gives no number', (text) => {
    expect(shownOf(checkText(text).findings)).toEqual([])
  })
})

describe('checkPage: a web page', () => {
  it('is judged as a reader sees it, with its links', async () => {
    const checked = checkPage(await readPage(`${pages}/old-page.html`), services)
    expect(verdicts(checked)).toEqual({
      '999': 'current',
      '101': 'current',
      'https://www.dorset.police.uk/': 'current',
      '01202 458101': 'superseded',
      '01202 657279': 'superseded',
      '(01202) 735-046': 'superseded',
      '01202 738256': 'confirm',
      '01202 228866': 'unverified',
      '+441305228866': 'confirm',
      '+44 (0)1305 858 250': 'superseded',
      'http://WWW.DorsetForYou.com/393713/': 'superseded',
      'www.stop-ce.org': 'current',
      'https://kooth.com': 'confirm',
      '01782.235.100': 'elsewhere',
      '0044 1782 234234': 'elsewhere',
      'MASH@dorsetcc.gov.uk': 'superseded',
      'MASH@bournemouth.gov.uk': 'superseded',
      '01258 555 010': 'unknown',
      'https://www.bcpcouncil.gov.uk/some/page': 'site',
      '0800 1111': 'current'
    })
    expect(checked.mismatches).toEqual([
      { shown: '01202 228866', goesTo: '+441305228866' },
      { shown: 'www.stop-ce.org', goesTo: 'https://kooth.com' }
    ])
  })

  it('has each contact once, with how often and 60 letters of context at most', () => {
    const { findings } = checkHtml(`<p>${'far away '.repeat(20)}Ring <a href="tel:01202735046">01202 735046</a></p><p>(01202) 735 046</p>`)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.contact).toMatchObject({ shown: '01202 735046', times: 2, context: expect.stringContaining('Ring 01202 735046') })
    expect(findings[0]?.contact.context.length).toBeLessThanOrEqual(60)
  })

  it.each([
    ['<a href="tel:01202735046">Call us</a>', 'superseded'],
    ['<a href="TEL:+44%201202%20735046">Call us</a>', 'superseded'],
    ['<a href="sms:88858?body=help">Text us</a>', 'unverified'],
    ['<a href="mailto:mash@poole.gov.uk?subject=x">Write to us</a>', 'superseded'],
    ['<a href="tel:999">Now</a>', 'current'],
    ['<a href="https://www.dorsetforyou.com/393713">here</a>', 'superseded']
  ])('a link is read where its words say nothing: %s', (html, verdict) => {
    expect(checkHtml(html).findings.map((finding) => finding.verdict)).toEqual([verdict])
  })

  it.each([
    '<a href="https://www.facebook.com/hillside">Follow us</a>',
    '<a href="/contact">01</a>',
    '<a href="#top">Up</a>',
    '<a href="javascript:void(0)">x</a>',
    '<a href="tel:">x</a>',
    '<a href="mailto:?subject=x">x</a>',
    '<a>x</a>',
    '<a href="https://www.dorset.police.uk/news/1">News</a>'
  ])('a link to somewhere else is no contact: %s', (html) => {
    expect(checkHtml(html)).toEqual({ findings: [], mismatches: [], mustChange: false })
  })

  it('is told when a link shows one short number and calls another', () => {
    expect(checkHtml('<a href="tel:999">101</a>').mismatches).toEqual([{ shown: '101', goesTo: '999' }])
    expect(checkHtml('<a href="tel:101">101</a>').mismatches).toEqual([])
  })

  it.each([
    '<script>call("01202 735046")</script>',
    '<style>a::after{content:"01202 735046"}</style>',
    '<!-- 01202 735046 -->',
    '<p data-old="01202 735046">x</p>'
  ])('is not read where no reader looks: %s', (html) => {
    expect(checkHtml(html).findings).toEqual([])
  })

  it.each([
    '<p hidden>01202 735046</p>',
    '<div style="display:none">01202 735046</div>',
    '<template>01202 735046</template>',
    '<noscript>01202 735046</noscript>',
    '<details>01202 735046</details>',
    '<td>01202 735046</td><td>01258 555010</td>',
    '<b>01202</b> <i>735</i><u>046</u>',
    '01202<br>735046',
    '&#48;1202&nbsp;735&#8203;046',
    '01202 735046<sup>2</sup>',
    '<ul><li>01202 735046<li>x</ul>',
    '<p><div><span>01202 735046',
    '<svg><text>01202 735046</text></svg>',
    '<img alt="01202 735046">'
  ])('is read where a number is hidden, broken up or in odd places: %s', (html) => {
    expect(checkHtml(html).mustChange).toBe(true)
  })
})

describe('checkPage: a newsletter in plain text', () => {
  it('is judged line by line, and its counts are left alone', async () => {
    const checked = checkPage(await readPage(`${pages}/newsletter.txt`), services)
    expect(verdicts(checked)).toEqual({
      '999': 'current',
      '101': 'current',
      '18001 101': 'current',
      '85258': 'current',
      '88858': 'unverified',
      '0808 800 5000': 'current',
      '116 123': 'current',
      '111': 'current',
      '01202 657279': 'superseded',
      '0300-123-5440': 'superseded',
      '01202454979': 'superseded',
      '01202 633902': 'superseded',
      '01782 235100': 'elsewhere',
      '01782 234234': 'elsewhere',
      'thinkuknow.co.uk/parents': 'superseded',
      '101@dorset.pnn.police.uk': 'unverified'
    })
    expect(checked.findings.every(({ contact }) => contact.times === 1)).toBe(true)
  })
})

describe('checkPage: the contacts that the five articles printed', () => {
  const text = readFileSync(`${pages}/printed-by-articles.txt`, 'utf8')
  const { findings } = checkText(text)

  it('finds every stale one', () => {
    expect(shownOf(findings.filter(({ verdict }) => ['superseded', 'unverified', 'elsewhere'].includes(verdict)))).toEqual([
      '01202 456900',
      '01202 735046',
      'https://www.dorsetforyou.com/393713',
      '101@dorset.pnn.police.uk',
      expect.stringMatching(/child-online-safety/),
      'www.nspcc.org.uk/childsexualexploitation',
      '07808 863 662',
      'www.thinkuknow.co.uk'
    ])
  })

  it('finds each of the others, and nothing that is not printed', () => {
    expect(shownOf(findings.filter(({ verdict }) => verdict === 'current'))).toEqual([
      '101',
      '999',
      '0800 555 111',
      '0808 800 5000',
      'www.dorset.police.uk',
      'http://www.barnardos.org.uk',
      'help@nspcc.org.uk',
      'www.saferinternet.org.uk',
      'www.internetmatters.org'
    ])
    expect(shownOf(findings.filter(({ verdict }) => verdict === 'site'))).toEqual(['www.stopitnow.org.uk', 'www.ceop.police.uk'])
    expect(shownOf(findings.filter(({ verdict }) => verdict === 'unknown'))).toEqual(['http://www.nwgnetwork.org/'])
  })
})

describe('readPage: files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const failure = (where: string): Promise<unknown> => readPage(where).catch((error: unknown) => error)

  it('reads a PDF with a number over two lines and a link, whatever it is called', async () => {
    const checked = checkPage(await readPage(file('leaflet.txt', readFileSync(`${pages}/leaflet.pdf`))), services)
    expect(verdicts(checked)).toEqual({
      '999': 'current',
      '101': 'current',
      '0800 1111': 'current',
      '85258': 'current',
      '01202 458101': 'superseded',
      '(01202) 633-902': 'superseded',
      'MASH@poole.gov.uk': 'superseded',
      '+441202735046': 'superseded'
    })
  })

  it.each([
    ['HTML called text', 'a.txt', Buffer.from('<p>01202 <b>735046</b></p>')],
    ['text called HTML', 'b.html', Buffer.from('Ring 01202 735046 <mail@hillside.example.com>')],
    ['UTF-16', 'c.txt', Buffer.from('\ufeff01202 735046', 'utf16le')],
    ['old Windows letters', 'd.html', Buffer.from('<p>caf\u00e9 01202\u00a0735046', 'latin1')]
  ])('reads %s', async (_, name, bytes) => {
    expect(checkPage(await readPage(file(name, bytes)), services).mustChange).toBe(true)
  })

  it.each([
    ['a missing file', join(folder, 'none.html'), /cannot be read \(ENOENT\).*Check its name/],
    ['a folder', folder, /cannot be read \(EISDIR\)/],
    ['an empty file', file('empty.html', ''), /no words.*print it to a PDF/],
    [
      'a page that a script fills in',
      file('app.html', '<html><body><div id=app></div><script>x()</script>'),
      /no words.*print it to a PDF/
    ],
    ['a scanned PDF', `${pages}/scan.pdf`, /scan.*type out its contacts/],
    ['a broken PDF', file('broken.pdf', '%PDF-1.4 nothing'), /broken or locked.*without a password/],
    ['a binary', file('a.docx', new Uint8Array([80, 75, 3, 4, 0, 0, 1])), /not a web page, a PDF or plain text.*Save it as a PDF/],
    ['a huge file', file('huge.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')), /larger than 10 MB.*parts/],
    ['another kind of address', 'ftp://hillside.example.com/a', /not a web page.*https:\/\//],
    ['elements without end', file('deep.html', '<div>'.repeat(200_000)), /nested too deep.*text file/]
  ])('%s: says what failed and what to do', async (_, where, message) => {
    const error = await failure(where)
    expect(error).toBeInstanceOf(Unreadable)
    expect(String(error)).toMatch(message)
  })

  it('prints no sign that steers a terminal', () => {
    const { findings, mismatches } = checkText('\u001b[31mRing\u0007 01202 735046\u001b[0m \u202e')
    expect(findings).toHaveLength(1)
    expect(renderFindings(findings, mismatches)).not.toMatch(/[^\P{C}\n]/u)
  })
})

describe('readPage: web addresses', () => {
  let server: Server
  let seen: IncomingHttpHeaders = {}
  const answer: RequestListener = (request, response) => {
    seen = request.headers
    if (request.url === '/moved') response.writeHead(302, { location: '/page' }).end()
    else if (request.url === '/huge') response.end(Buffer.alloc(11 * 1024 * 1024, 'a'))
    else if (request.url === '/page') response.setHeader('content-type', 'text/html').end('<p>Ring 01202 735046</p>')
    else response.writeHead(404).end('<p>Ring 01202 735046</p>')
  }
  const address = (path: string): string => `http://localhost:${String((server.address() as AddressInfo).port)}${path}`

  beforeAll(() => new Promise<void>((ready) => (server = createServer(answer).listen(0, ready))))
  afterAll(() => server.close())

  it.each(['/page', '/moved'])('reads %s and says who is reading', async (path) => {
    expect(checkPage(await readPage(address(path)), services).mustChange).toBe(true)
    expect(seen['user-agent']).toMatch(/^Signpost check-page/)
  })

  it.each([
    ['/none', /answered 404.*save the page from your browser/],
    ['/huge', /larger than 10 MB/]
  ])('%s: says what failed and what to do', async (path, message) => {
    await expect(readPage(address(path))).rejects.toThrow(message)
  })

  it('says so when nobody answers', async () => {
    await expect(readPage('http://localhost:1/')).rejects.toThrow(/could not be fetched \(\w.+\)\. Check the address/)
  })
})

describe('renderFindings', () => {
  it('puts first what must be changed, and counts last', () => {
    const { findings, mismatches } = checkText('Childline 0800 1111, 01305 228866, 01258 555010, nspcc.org.uk/x, 01202 735046')
    const text = renderFindings(findings, mismatches)
    const places = ['CHANGE THESE', 'CONFIRM THESE', 'OPEN THESE', 'CHECK THESE YOURSELF', 'CURRENT'].map((title) => text.indexOf(title))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text.split('\n').at(-1)).toBe('1 to change, 1 to confirm, 1 to open, 1 not in our records, 1 current.')
  })
})

describe('npm run check-page', () => {
  const run = (...options: string[]): Promise<{ code: unknown; out: string; err: string }> =>
    new Promise((done) => {
      execFile(process.execPath, ['--import', 'tsx', 'src/curation/checkPage/main.ts', ...options], (error, out, err) => {
        done({ code: error === null ? 0 : error.code, out, err })
      })
    })
  const clean = join(mkdtempSync(join(tmpdir(), 'pages-')), 'clean.txt')
  writeFileSync(clean, 'Ring Childline on 0800 1111, or the hall on 01258 555010.')

  it('ends with 1 when something must be changed', async () => {
    const { code, out } = await run(`${pages}/old-page.html`)
    expect(code).toBe(1)
    expect(out).toMatch(/^CHANGE THESE\n/)
  })

  it('ends with 0 when nothing must be changed, and gives the findings as JSON', async () => {
    const { code, out } = await run('--json', clean)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ page: clean, mustChange: false, findings: [{ verdict: 'current' }, { verdict: 'unknown' }] })
  })

  it.each([[['none.html']], [[]], [['a', 'b']]])('ends with 2 and a message for: %j', async (options) => {
    const { code, out, err } = await run(...options)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/\. .+\n$/)
    expect(err).not.toContain('    at ')
  })
})

describe('checkPage: time', () => {
  const units = [
    '01202 735046 ',
    'call 999 ',
    '0 ',
    '44 ',
    '(',
    '+44(',
    'a@',
    'www.x.uk/',
    'http://',
    '\n ',
    '101/',
    '1',
    '116 ',
    '01305 111222 '
  ]
  const took = (text: string): number => {
    const start = performance.now()
    checkText(text)
    return performance.now() - start
  }

  it.each(units)('is in step with the length: %j', (unit) => {
    took(unit.repeat(1_000))
    const [short, long] = [50_000, 400_000].map((length) => took(unit.repeat(length / unit.length))) as [number, number]
    expect(long).toBeLessThan(8 * 4 * Math.max(short, 50))
  })

  it.each([
    '<b>',
    '<ul><li>',
    '<a href=x>',
    '<td><p>',
    '<b></b>',
    '<',
    '<!--',
    '<script>',
    '</b>',
    '<p>a',
    '<a href="tel:01202735046">x</a>'
  ])('of a page of %s is short, read or not', (unit) => {
    const start = performance.now()
    try {
      readHtml(unit.repeat(1_000_000 / unit.length), 'a page')
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable)
    }
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
