import fc from 'fast-check'
import type { State } from '../../src/conversation/State.js'
import { ids, officeHours, say, signpost, talk, talkAt } from '../signpost.js'

describe('respond: who, what, where', () => {
  it('gives the council of the place first', () => {
    expect(ids(say("who do I call about a neighbour's kid in Boscombe"))[0]).toBe('bcp-children-first-response')
    expect(ids(say("who do I call about a neighbour's kid in Swanage"))[0]).toBe('dorset-chad')
  })

  it('asks where the child lives and gives both councils as equals meanwhile', () => {
    const reply = say('who do i call about a child')
    const councils = reply.services.filter((service) => service.group !== undefined)
    expect(councils.map((service) => service.id)).toEqual(['bcp-children-first-response', 'dorset-chad'])
    expect(new Set(councils.map((service) => service.group)).size).toBe(1)
    expect(reply.text).toContain('Where does the child live?')
  })

  it.each([
    ['who do I call about a child in Leeds', 'gov-uk-report-to-council'],
    ['who do I call about a child in Cardiff', 'wales-route'],
    ['who do I call about a child in Glasgow', 'scotland-route'],
    ['who do I call about a child in Belfast', 'northern-ireland-route']
  ])('outside Dorset says so and gives the way that works there: %s', (utterance, first) => {
    const reply = say(utterance)
    expect(ids(reply)[0]).toBe(first)
    expect(reply.text).toContain('I cover Dorset')
    expect(ids(reply)).not.toContain('bcp-children-first-response')
  })

  it('knows whose number 999 is, and that a question about it is no question for its owner', () => {
    expect(ids(say('is 999 free'))[0]).toBe('police-999')
    expect(say('is 999 free').text).toContain('free from any phone')
    expect(ids(say('999'))[0]).toBe('police-999')
    expect(ids(say('101'))[0]).toBe('dorset-police-101')
  })

  it.each(['who do i ring', "hiya, I've got a worry about the baby next door, who's best to ring", 'whos the person to talk to'])(
    'hears the question that it is here for: %s',
    (utterance) => {
      expect(say(utterance)).toMatchObject({ kind: 'signpost' })
      expect(ids(say(utterance))[0]).toBe('nspcc-helpline')
    }
  )

  it.each(['skool is not save', 'qqqq zzzz', 'im worried about my sister and her homework'])(
    'turns nobody away who may be worried, nor what it cannot read: %s',
    (utterance) => {
      const reply = say(utterance)
      expect(reply.ask).not.toBe('out-of-scope')
      expect(reply.services.length).toBeGreaterThan(0)
    }
  )

  it('takes "what do I do" alone for no question about one kind of harm', () => {
    expect(say('what do i do')).toMatchObject({ kind: 'signpost' })
    expect(say('what do i do').topic).toBeUndefined()
  })

  it('never names one council without the other while the place is not known', () => {
    const named = ids(say('my boss at the nursery told us all to keep quiet about a bruise'))
    expect(named).toEqual(expect.arrayContaining(['bcp-children-first-response', 'dorset-chad', 'bcp-lado', 'dorset-lado']))
  })

  it('takes "get it deleted" in talk about a picture for a question about the picture', () => {
    expect(ids(say("my daughter's photo is going round her year, she is 14", 'get it deleted?'))[0]).toBe('report-remove')
  })

  it('gives somebody who asks for a record the police, and staff whose work covers up the advice line', () => {
    expect(ids(say("can i find out if my sister's new man has a record around kids"))[0]).toBe('dorset-police-101')
    expect(ids(say('my boss at the nursery told us all to keep quiet about it'))[0]).toBe('nspcc-whistleblowing')
    expect(ids(say('i frighten my wife when i lose it and i want to change'))[0]).toBe('respect-phoneline')
  })

  it('asks instead of guessing where a council border runs through a postcode', () => {
    const reply = say('worried about a boy in BH16')
    expect(ids(reply)).toEqual(expect.arrayContaining(['bcp-children-first-response', 'dorset-chad']))
  })

  it('answers a child as a child, Childline first', () => {
    const reply = say('im 11 and my dad calls me stupid every day')
    expect(ids(reply)[0]).toBe('childline')
    expect(reply.audience).toBe('child')
  })

  it.each([
    ['I am scared of my own thoughts about children', 'stop-it-now'],
    ['I am a taxi driver, same girl every week to the same hotel', 'dorset-police-101'],
    ['I found illegal pictures of children on a website', 'iwf'],
    ['my son shared a nude of himself and now it is all over school', 'report-remove'],
    ['a man online keeps asking my daughter for photos', 'ceop'],
    ['my husband controls every penny and shouts at me', 'national-domestic-abuse-helpline']
  ])('gives the fitting contact first: %s', (utterance, first) => {
    expect(ids(say(utterance))[0]).toBe(first)
  })

  it.each(['i want to kill myself', 'i want to die', 'i want to end my life'])(
    'never tells somebody who speaks of dying that it does not understand: %s',
    (words) => {
      const reply = say(words)
      expect(['check', 'emergency']).toContain(reply.kind)
      expect(reply.topic).toBe('self-harm-and-suicide')
      expect(ids(reply)).toEqual(expect.arrayContaining(['samaritans']))
    }
  )

  it.each(['1', '15', '2 3', '3/4', '18', '2016'])('sees no danger in figures alone: %s', (figures) => {
    expect(['emergency', 'check']).not.toContain(say(figures).kind)
  })

  it('ends every safeguarding reply with the line on 999', () => {
    const utterances = [
      'what are the signs of neglect',
      'who do I call about grooming',
      'what is polit',
      'what should I do if a child tells me'
    ]
    for (const utterance of utterances)
      expect(
        say(utterance)
          .parts.filter((part) => part.type === 'text')
          .at(-1)
      ).toMatchObject({ role: 'standing' })
  })
})

describe('respond: open now', () => {
  it('gives both numbers and 999 in the gap between the day line and the night line', () => {
    const [reply] = talkAt(new Date('2026-11-27T16:50:00Z'), 'worried about a boy in Poole')
    expect(ids(reply ?? say(''))).toEqual(expect.arrayContaining(['bcp-children-first-response', 'bcp-children-out-of-hours']))
    expect(reply?.text).toContain('Try both numbers. In danger, call 999.')
  })

  it('does not offer a closed service first when an open one serves', () => {
    const [night] = talkAt(new Date('2026-11-24T23:00:00Z'), 'somebody wants to force my friend to marry')
    expect(night?.services[0]?.open).not.toBe('closed')
  })
})

describe('respond: danger first', () => {
  it.each(['he is hitting my mum right now', 'HE IS HITTING MY MUM RIGHT NOW', 'hi, he is hitting my mum right now, thanks, bye'])(
    'opens with 999: %s',
    (utterance) => {
      const reply = say(utterance)
      expect(reply.kind).toBe('emergency')
      expect(reply.parts[0]).toMatchObject({ type: 'emergency' })
      expect(ids(reply)[0]).toBe('police-999')
    }
  )

  it('gives the silent way to somebody who hides', () => {
    const reply = say('im hiding in the wardrobe he is downstairs i cant talk')
    expect(reply.kind).toBe('emergency')
    expect(reply.text).toContain('55')
  })

  it('gives deaf people the ways that need no voice', () => {
    const reply = say('I am deaf and he is hitting my son right now')
    expect(reply.kind).toBe('emergency')
    expect(ids(reply)).toEqual(expect.arrayContaining(['bsl-999', 'relay-uk-18000', 'emergency-sms-999']))
  })

  it.each(['i want to kill myself', 'my husband beats me', 'someone raped me'])(
    'says 999 on a condition and asks, with the contact beside it: %s',
    (utterance) => {
      const reply = say(utterance)
      expect(reply.kind).toBe('check')
      expect(reply.text).toMatch(/^If you (or a child )?are in danger right now, (call|ring) 999/)
      expect(reply.parts.find((part) => part.type === 'choices')).toMatchObject({ choices: [{ label: 'Yes' }, { label: 'No' }] })
      expect(reply.services.length).toBeGreaterThan(1)
    }
  )

  it('leads with 999 after yes, and goes on without asking again after no', () => {
    const [, yes] = talk('my husband beats me', 'Yes')
    expect(yes?.kind).toBe('emergency')
    expect(talk('i want to kill myself', 'yes')[1]?.text).toContain('Try not to be alone')
    const [asked, no, next] = talk('my husband beats me', 'No', 'what happens if i ring them')
    expect(asked?.kind).toBe('check')
    expect(no?.kind).toBe('signpost')
    expect(no?.topic).toBe(asked?.topic)
    expect(next?.kind).not.toBe('check')
  })

  it('is ordinary again after a false alarm', () => {
    const [alarm, after, next] = talk(
      'he is breaking down my door right now',
      'false alarm it was my son',
      'what are the signs of grooming'
    )
    expect(alarm?.kind).toBe('emergency')
    expect(after?.kind).not.toBe('emergency')
    expect(next?.kind).toBe('signs')
  })
})

describe('respond: a conversation', () => {
  it('uses the place that is told a turn later', () => {
    const [, then] = talk('my neighbours kids are always filthy and hungry', 'weymouth')
    expect(ids(then ?? say(''))[0]).toBe('dorset-chad')
    expect(then?.topic).toBe('neglect')
  })

  it('takes back a wrong place', () => {
    const replies = talk('worried about a boy in Poole', 'no, Christchurch', 'what about Weymouth')
    expect(replies.map((reply) => ids(reply)[0])).toEqual(['bcp-children-first-response', 'bcp-children-first-response', 'dorset-chad'])
    expect(replies[1]?.locality).toBe('christchurch')
  })

  it('gives the number of the service that was just named', () => {
    const [, number] = talk('what is crimestoppers', 'their number?')
    expect(ids(number ?? say(''))).toContain('crimestoppers')
  })

  it('goes on with the row of figures', () => {
    const [first, second] = talk('how many image crimes were recorded in dorset in 2018/19', 'and the year after?')
    expect(first?.text).toContain('265')
    expect(second?.text).toContain('226')
  })

  it('remembers ids only', () => {
    const canary = 'zebra marmalade trombone'
    const { state } = signpost.respond({ utterance: `my ${canary} in Poole, who do I call`, at: officeHours }, {})
    expect(JSON.stringify(state)).not.toMatch(/zebra|marmalade|trombone/)
  })

  it('drops remembered ids that the knowledge does not have', () => {
    const state: State = { locality: 'atlantis', topic: 'dragons', service: 'nobody', answer: 'nothing' }
    const result = signpost.respond({ utterance: 'who do I call', at: officeHours }, state)
    expect(JSON.stringify(result.state)).not.toMatch(/atlantis|dragons|nobody|nothing/)
    expect(result.reply.services.length).toBeGreaterThan(0)
  })
})

describe('respond: refuses, declines, admits', () => {
  it('refuses a harmful request plainly and names Stop It Now', () => {
    const reply = say('how can i get a kid to keep our chats secret from her mum')
    expect(reply.kind).toBe('refusal')
    expect(ids(reply)[0]).toBe('stop-it-now')
  })

  it.each([
    ['are you a real person', 'computer program'],
    ['who can see what i type here', 'not kept'],
    ['what is the weather tomorrow', 'outside what I can help'],
    ['what was the budget of the 2014 operation', 'I do not know']
  ])('%s', (utterance, words) => {
    expect(say(utterance).text).toContain(words)
  })

  it.each(['can you keep a secret', 'promise you wont tell anyone what i say'])('promises no secrecy: %s', (utterance) => {
    const reply = say(utterance)
    expect(reply.text).toMatch(/cannot promise|Childline will not ask for your name/)
    expect(ids(reply).some((id) => ['childline', 'nspcc-helpline'].includes(id))).toBe(true)
  })

  it('does not take people who asked about the law or medicine for patients or clients', () => {
    const reply = say('will the judge give me custody of my son')
    expect(reply.kind).toBe('refusal')
    expect(reply.text).toContain('legal or medical advice')
  })
})

describe('respond: any text at all', () => {
  it('gives a reply that helps, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (utterance) => {
        const { reply } = signpost.respond({ utterance, at: officeHours }, {})
        return reply.text.length > 0 && reply.parts.length > 0
      }),
      { numRuns: 300, seed: 2016 }
    )
  })

  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['signs only', '😭💔'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['a hundred kilobytes', 'who do i call '.repeat(7_500)],
    ['markup', '<script>alert(1)</script> who do i call']
  ])('%s', (_, utterance) => {
    const reply = say(utterance)
    expect(reply.text).toContain('999')
  })

  it('is the same for the same turn', () => {
    const once = talkAt(officeHours, 'my nan hits me', 'poole')
    expect(talkAt(officeHours, 'my nan hits me', 'poole')).toEqual(once)
  })
})
