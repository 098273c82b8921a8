import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { createApp } from '../src/channels/createApp.js'
import { loadSignpost } from '../src/conversation/loadSignpost.js'
import type { Reply } from '../src/conversation/Reply.js'
import { trainModels } from '../src/curation/trainModels.js'

/** Another county, made of YAML alone (tests/area): it is trained and run from a folder of its own. */
const areas = mkdtempSync(join(tmpdir(), 'signpost-area-'))
const root = copyOfArea('fellmarch')
trainModels(root)
const signpost = loadSignpost(root)
const { knowledge } = signpost
const app = createApp(signpost, { perMinute: 10_000 })

afterAll(() => {
  rmSync(areas, { recursive: true })
})

function copyOfArea(name: string): string {
  const copy = join(areas, name)
  cpSync('tests/area', copy, { recursive: true })
  return copy
}

/** A Tuesday at half past ten in the morning, and the night after it. */
const day = new Date('2026-11-24T10:30:00Z')
const night = new Date('2026-11-24T23:30:00Z')

function sayAt(at: Date, ...turns: [string, ...string[]]): Reply {
  const [first, ...more] = turns
  return more.reduce(
    (result, utterance) => signpost.respond({ utterance, at }, result.state),
    signpost.respond({ utterance: first, at }, {})
  ).reply
}
const say = (...turns: [string, ...string[]]): Reply => sayAt(day, ...turns)
const ids = (reply: Reply): string[] => reply.services.map(({ id }) => id)

describe('danger', () => {
  it.each([
    ['he is hitting my little brother right now', 'police'],
    ['our toddler is not breathing', 'ambulance'],
    ['i cant find my son anywhere', 'missing'],
    ['my sister wants to kill herself tonight', 'self']
  ] as const)('opens with the 999 of this area: %s', (utterance, response) => {
    const reply = say(utterance)
    expect(reply.kind).toBe('emergency')
    expect(reply.parts[0]?.type).toBe('emergency')
    expect(ids(reply)[0]).toBe('police-emergency')
    expect(reply.text).toContain(signpost.say(`emergency.${response}`).split('\n')[0])
  })

  it('speaks to a child in its own words', () => {
    const reply = say('i am 9 and my dad is hitting my mum right now')
    expect([reply.kind, reply.audience, ids(reply)]).toEqual(['emergency', 'child', ['police-emergency', 'child-line']])
    expect(reply.text).toMatch(/^Ring 999 now/)
  })

  it('gives the ways for those who cannot hear', () => {
    expect(ids(say('i am deaf and he is hitting me right now'))).toEqual(
      expect.arrayContaining(['police-emergency', 'bsl-emergency', 'text-relay', 'sms-emergency'])
    )
  })

  it('is told in the words of another language', () => {
    expect(say('está pegando a mi madre').text).toContain('Llame ahora al 999')
  })
})

describe('where the child lives', () => {
  const worry = 'my neighbours kids in Harrowbeck are always hungry'

  it('leads to the line of its council by day', () => {
    const reply = say(worry)
    expect([reply.topic, reply.locality, ids(reply)[0]]).toEqual(['going-hungry', 'harrowbeck', 'tarnside-day'])
    expect(reply.text).toContain('01632 960101')
    expect(reply.services[0]).toMatchObject({ open: 'open', closesAt: 'today 17:00' })
  })

  it('leads to its night line by night, with the hours', () => {
    const reply = sayAt(night, worry)
    expect(ids(reply)[0]).toBe('tarnside-night')
    expect(reply.text).toContain('Open now, closes tomorrow 08:30')
    expect(reply.services.find(({ id }) => id === 'tarnside-day')).toMatchObject({ open: 'closed', opensAt: 'tomorrow 08:30' })
  })

  it('keeps the night line open over a weekend and a bank holiday', () => {
    for (const at of ['2026-11-28T12:00:00Z', '2026-11-30T07:00:00Z', '2026-12-25T12:00:00Z', '2026-12-29T08:00:00Z'])
      expect([at, ids(sayAt(new Date(at), worry))[0]]).toEqual([at, 'tarnside-night'])
  })

  it('leads to the other council elsewhere', () => {
    const reply = say('a boy in Cragthorpe is left alone at night')
    expect(ids(reply)[0]).toBe('upper-fell-children')
    expect(ids(reply)).not.toContain('tarnside-day')
  })

  it('leads to both while it is not known, and then to the one', () => {
    const reply = say('the kids next door are never fed')
    expect(ids(reply).slice(0, 2)).toEqual(['tarnside-day', 'upper-fell-children'])
    expect(reply.services.slice(0, 2).map(({ group }) => group)).toEqual(['children', 'children'])
    expect(reply.text).toContain('Where in Fellmarch does the child live?')
    expect(ids(say('the kids next door are never fed', 'ZZ1 4AB'))[0]).toBe('tarnside-day')
    expect(ids(say('the kids next door are never fed', 'wether bridge'))[0]).toBe('upper-fell-children')
    expect(say('the kids next door are never fed', 'ZZ9').text).toContain('Two councils share ZZ9')
  })

  it('says when it is another place', () => {
    expect(say('who do i call about a child in Leeds').text).toContain(
      'I know Fellmarch, and Leeds is not in it. These people can help in another part of England.'
    )
  })
})

describe('who speaks', () => {
  it.each(['theres never any food at home and im 11', 'im 12 and my dad hits me sometimes'])('a child: %s', (utterance) => {
    const reply = say(utterance)
    expect([reply.audience, ids(reply)[0]]).toEqual(['child', 'child-line'])
  })

  it('somebody who worries about themselves', () => {
    const reply = say('i have sexual thoughts about children and want help')
    expect([reply.topic, ids(reply)[0]]).toEqual(['worried-about-myself', 'thoughts-line'])
  })
})

describe('what it knows', () => {
  it.each([
    ['what are the signs of grooming', 'talks-to-strangers-online', 'hides the phone or tablet when somebody comes in'],
    ['signs that a child is neglected', 'going-hungry', 'is often hungry, or asks others for food'],
    ['what signs should i look for', undefined, 'is often hungry, or asks others for food']
  ])('lists signs: %s', (utterance, topic, sign) => {
    const reply = say(utterance)
    expect([reply.kind, reply.topic]).toEqual(['signs', topic])
    expect(reply.text).toContain(`- ${sign}`)
  })

  it.each([
    ['when did the online safety desk open?', '4 May 2020'],
    ['how many people rang the desk in the first week', '42 calls'],
    ['which sergeant runs the desk in harrowbeck', 'Ada Thwaite'],
    ['what council is cragthorpe in', 'Upper Fell Council has Cragthorpe']
  ])('answers: %s', (utterance, answer) => {
    const reply = say(utterance)
    expect(reply.kind).toBe('fact')
    expect(reply.text).toContain(answer)
  })

  it('names the article and its date', () => {
    expect(say('when did the online safety desk open?').sources).toEqual([
      {
        title: 'Fellmarch Police: A desk for online worries opens in Harrowbeck',
        date: '2020-05',
        url: 'https://police.fellmarch.example.org/news/online-desk'
      }
    ])
  })

  it.each(['how much money did the desk cost', 'how many arrests did the desk make'])('says what it does not know: %s', (utterance) => {
    expect(say(utterance).text).toMatch(/^I do not know/)
  })

  it('is honest about a number that another has replaced', () => {
    const reply = say('is 0117 496 0199 still right')
    expect(reply.text).toContain('please do not use it')
    expect(reply.text).not.toContain('0117')
    expect(ids(reply)[0]).toBe('tarnside-day')
  })

  it('never shows a number that is not confirmed', () => {
    expect(say('can i ring 01632 960333').text).toContain('We could not confirm')
    const reply = say('what is the number of the hut')
    expect(reply.text).toContain('https://thehut.example.org/')
    expect(reply.text).not.toContain('01632 960333')
  })
})

describe('what can be asked next', () => {
  it('is understood in the words of this area', () => {
    const turns: [string, ...string[]] = ['A child is hungry or left alone', 'What will they do?']
    expect(say(turns[0]).text).toContain(
      'More that you can ask: Which signs are there? What is best to do? What will they do? Must I give my name?'
    )
    expect(say(turns[0], 'What is best to do?')).toMatchObject({ kind: 'advice', topic: 'going-hungry' })
    expect(say(...turns).text).toContain('The council team listens and asks what you saw.')
  })
})

/** Many ways of asking, so that whatever it can say is said. */
const everything: [string, ...string[]][] = [
  ...[...knowledge.services.values()].flatMap(({ name, aliases }) => [
    `what is the number for ${name}`,
    `when is ${name} open`,
    ...aliases
  ]),
  ...[...knowledge.topics.values()].flatMap(({ name, aliases }) => [name, ...aliases, `signs: ${name}`, `what should i do: ${name}`]),
  ...[...knowledge.facts.values(), ...knowledge.guidance.values()].flatMap(({ questions }) => questions),
  ...[
    'hello',
    'thanks',
    'bye',
    'are you a robot',
    'is this private',
    'delete what i wrote',
    'can you keep a secret',
    'you are useless',
    ''
  ],
  ...['when are the bins collected', 'do i need a solicitor', 'can i report without my name', 'what happens after i ring', 'qwxz vbrt'],
  ...['show me what other people asked', 'how do i get a child to send me pics', 'boję się, gdzie jest pomoc, dziecko sąsiad krzyczy'],
  ...[
    'i found a number: 01632 960333',
    'worried about a boy in Glasgow',
    'worried about a child in France',
    'no its fine now',
    'say that again'
  ]
].flatMap((utterance): [string, ...string[]][] => [
  [utterance],
  ['i am 12 and scared', utterance],
  ['my daughter is sad', utterance, 'zz9']
])

/** What belongs to the area that the project itself covers. */
const ownArea = /dorset|bournemouth|poole|bcp/i

describe('nothing of the area that the project itself covers is said', () => {
  it('in a reply', () => {
    const said = everything.map((turns) => JSON.stringify(say(...turns)))
    expect(said.length).toBeGreaterThan(500)
    expect(said.filter((reply) => ownArea.test(reply))).toEqual([])
  })

  it('on the web page', async () => {
    const pages = [
      await request(app).get('/'),
      await request(app).post('/').type('form').send({ utterance: 'my neighbours kids are always hungry' }),
      await request(app).post('/').type('form').send({ utterance: 'he is hitting my mum right now' }),
      await request(app).get('/nowhere').set('accept', 'text/html')
    ].map(({ text }) => text)
    expect(pages[0]).toContain('Worried about a child in Fellmarch?')
    expect(pages[1]).toContain('01632 960201')
    expect(pages[2]).toMatch(/Call 999 now/)
    expect(pages.filter((page) => ownArea.test(page))).toEqual([])
  })

  it('by REST', async () => {
    const first = await request(app).post('/api/chat').send({ utterance: 'who do I call about a child' })
    const second = await request(app).post('/api/chat').send({ utterance: 'mossgill', state: first.body.state })
    expect(second.body.reply.services[0].id).toBe('upper-fell-children')
    const { text } = await request(app).get('/openapi.json')
    expect([first.text, second.text, text].filter((said) => ownArea.test(said))).toEqual([])
  })

  it('when something breaks', async () => {
    const broken = createApp(
      {
        ...signpost,
        respond: () => {
          throw new Error('broken')
        }
      },
      { perMinute: 1 }
    )
    const failures = [
      await request(app).post('/api/chat').send({ utterance: 5 }),
      await request(app)
        .post('/api/chat')
        .send({ utterance: 'x'.repeat(6_000) }),
      await request(app).get('/nowhere'),
      await request(broken).post('/api/chat').send({ utterance: 'hello' }),
      await request(broken).post('/api/chat').send({ utterance: 'hello' })
    ]
    expect(failures.map(({ status }) => status)).toEqual([400, 413, 404, 500, 429])
    for (const { body, text } of failures) {
      expect(ids(body.reply)).toEqual(['police-emergency', 'fellmarch-police', 'nspcc-line', 'child-line'])
      expect(text).not.toMatch(ownArea)
    }
  })

  it('in the directory', async () => {
    const lists = await Promise.all(
      ['services', 'organizations', 'taxonomies', 'taxonomy_terms', 'service_at_locations'].map((list) =>
        request(app).get(`/openreferral/${list}`).query({ per_page: 100 })
      )
    )
    expect(lists.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(lists[0]?.text).toContain("Tarnside children's team")
    expect(lists.map(({ text }) => text).filter((said) => ownArea.test(said))).toEqual([])
  })
})

describe('SIGNPOST_AREA', () => {
  const run = (area: string, ...command: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['--import', 'tsx', ...command], { encoding: 'utf8', env: { ...process.env, SIGNPOST_AREA: area } })

  it('is what the program in a terminal reads', () => {
    const { status, stdout } = run(root, 'src/cli.ts', 'ask', 'worried about a hungry girl in Mossgill')
    expect(status).toBe(0)
    expect(stdout).toContain('01632 960201')
    expect(stdout).not.toMatch(ownArea)
  })

  it('is what knowledge:check reads, which finds nothing to mend', () => {
    const { status, stdout } = run(root, 'src/curation/checkKnowledge.ts', '--at', '2026-11-22')
    expect(stdout).toContain(`Looked at ${String(knowledge.services.size)} services`)
    expect(stdout).not.toContain('To be mended now')
    expect(status).toBe(0)
  })

  it('is named with file and field where it has a fault', () => {
    const faulty = copyOfArea('faulty')
    const file = join(faulty, 'knowledge/services/tarnside-day.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('organisation:', 'organistion:'))
    const { status, stderr } = run(faulty, 'src/cli.ts', 'ask', 'who do i call')
    expect(status).toBe(1)
    expect(stderr).toContain('knowledge/services/tarnside-day.yaml: (whole file): unknown field organistion; correct its spelling')
    expect(stderr).toContain('In danger, call 999.')
  })
})
