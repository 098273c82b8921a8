import fc from 'fast-check'
import { jest } from '@jest/globals'
import { botApp, hosts, message, post } from './hosts.js'

const fields = [
  'type',
  'id',
  'text',
  'value',
  'locale',
  'deliveryMode',
  'serviceUrl',
  'channelId',
  'conversation',
  'from',
  'recipient',
  'membersAdded',
  'attachments',
  'entities',
  'channelData',
  'timestamp',
  'relatesTo',
  'replyToId',
  '__proto__'
]

/** A message in which some fields are something else, and anything JSON may hold. */
const wrong = fc.record({
  field: fc.constantFrom(...fields),
  value: fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 300 }))
})
const bodies = fc.oneof(
  fc
    .array(wrong, { minLength: 1, maxLength: 3 })
    .map((wrongs) => message('hello', Object.fromEntries(wrongs.map(({ field, value }) => [field, value])))),
  fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }))
)

describe.each(hosts)('whatever is posted to the bot on %s', (_, load) => {
  it('is answered, or refused with help', async () => {
    const printed = jest.spyOn(console, 'error')
    const app = botApp(load)
    const seen = { answered: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const response = await post(app, body)
        if (response.status === 200) seen.answered++
        else {
          seen.refused++
          expect([400, 403, 501]).toContain(response.status)
          expect((response.body as { reply: { text: string } }).reply.text).toContain('999')
        }
        expect(response.text).not.toMatch(/node_modules|\n\s+at /)
      }),
      { numRuns: 300 }
    )
    expect(seen.answered).toBeGreaterThan(20)
    expect(seen.refused).toBeGreaterThan(20)
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })
})
