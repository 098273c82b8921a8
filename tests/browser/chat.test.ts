import { ask, answerTo, kindOf } from './ask.js'
import { inBrowser } from './inBrowser.js'
import { breakingWords } from './openSite.js'

const hungry = 'my neighbours kids are always hungry'

describe.each([
  ['with script', true],
  ['without script', false]
])('%s', (_, javaScriptEnabled) => {
  inBrowser('a conversation', (open) => {
    it('answers a worry with contacts', async () => {
      const { page } = await open({ javaScriptEnabled })
      const answer = await ask(page, `${hungry} in weymouth`)
      expect(await kindOf(answer)).toBe('signpost')
      expect(await answer.innerText()).toContain('01305 228866')
      expect(await answer.locator('.signpost-card').count()).toBeGreaterThan(1)
    })

    it('takes the place a turn later', async () => {
      const { page } = await open({ javaScriptEnabled })
      expect(await (await ask(page, hungry)).innerText()).toContain('Where does the child live?')
      const answer = await ask(page, 'weymouth')
      expect(await answer.innerText()).toContain('01305 228866')
      expect(await answer.innerText()).not.toContain('01202 123334')
    })

    it('changes the place', async () => {
      const { page } = await open({ javaScriptEnabled })
      const first = await ask(page, `${hungry} in weymouth`)
      await first.locator('.signpost-change summary').click()
      await first.locator('.signpost-change input[name="utterance"]').fill('Poole')
      const answer = await answerTo(page, () => first.locator('.signpost-change button').click())
      expect(await answer.locator('.signpost-understood').innerText()).toContain('Poole')
      expect(await answer.innerText()).toContain('01202 123334')
    })

    it('says 999 when a check is answered Yes, and goes on when it is answered No', async () => {
      const { page } = await open({ javaScriptEnabled })
      const check = await ask(page, 'he said he would kill himself')
      expect(await kindOf(check)).toBe('check')
      const no = await answerTo(page, () => check.getByRole('button', { name: 'No', exact: true }).click())
      expect(await no.locator('.signpost-emergency').count()).toBe(0)
      const again = await ask(page, 'he said he would kill himself')
      const yes = await answerTo(page, () => again.getByRole('button', { name: 'Yes', exact: true }).click())
      expect(await kindOf(yes)).toBe('emergency')
      expect(await yes.locator('.signpost-emergency').innerText()).toContain('999')
    })

    it('opens with the emergency', async () => {
      const { page } = await open({ javaScriptEnabled })
      const answer = await ask(page, 'he is hitting my mum right now')
      expect(await kindOf(answer)).toBe('emergency')
      expect(await answer.locator('h2').first().innerText()).toContain('999')
      expect(await page.locator('.signpost-urgent').count()).toBe(javaScriptEnabled ? 1 : 0)
    })

    it('lists signs', async () => {
      const { page } = await open({ javaScriptEnabled })
      const answer = await ask(page, 'what are the signs of grooming')
      expect(await kindOf(answer)).toBe('signs')
      expect(await answer.locator('li').count()).toBeGreaterThan(4)
    })

    it('answers a common question, and then a next one, by one tap each', async () => {
      const { page } = await open({ javaScriptEnabled })
      const first = await answerTo(page, () => page.locator('#common button').first().click())
      expect(await kindOf(first)).toBe('signpost')
      const next = await answerTo(page, () => first.getByRole('button', { name: 'What are the signs?' }).click())
      expect(await kindOf(next)).toBe('signs')
    })

    it('forgets all at "Start again"', async () => {
      const { page } = await open({ javaScriptEnabled })
      await ask(page, `${hungry} in weymouth`)
      await page.locator('[data-again]').click()
      await page.locator('#common').waitFor()
      expect(await page.locator('[data-exchange]').count()).toBe(0)
      expect(await page.locator('.signpost-question input[name="state"]').inputValue()).toBe('{}')
      expect(await (await ask(page, hungry)).innerText()).toContain('Where does the child live?')
    })

    it('turns away a question that is too long, with help, and keeps it', async () => {
      const { page } = await open({ javaScriptEnabled, failing: true })
      await page.locator('#utterance').evaluate((box) => {
        box.removeAttribute('maxlength')
      })
      const long = 'word '.repeat(1_200)
      const answer = await ask(page, long)
      helps(await answer.innerText())
      expect(await page.locator('#utterance').inputValue()).toBe(long)
    })

    it.each([
      ['the site breaks', {}, breakingWords],
      ['questions come too often', { perMinute: 1 }, 'what are the signs of grooming']
    ])('still helps when %s', async (_, site, words) => {
      const { page } = await open({ javaScriptEnabled, site, failing: true })
      await ask(page, hungry)
      helps(await (await ask(page, words)).innerText())
      if (javaScriptEnabled) expect(await page.locator('#utterance').inputValue()).toBe(words)
    })
  })
})

inBrowser('a conversation with script', (open) => {
  it('helps when the network fails, and keeps what was typed', async () => {
    const { page } = await open({ failing: true })
    await page.route('**/*', (route) => route.abort())
    const answer = await ask(page, hungry)
    helps(await answer.innerText())
    expect(await page.locator('#utterance').inputValue()).toBe(hungry)
    expect(await answer.locator('[data-focus]').evaluate((heading) => heading === document.activeElement)).toBe(true)
    await page.unroute('**/*')
    expect(await kindOf(await ask(page, hungry))).toBe('signpost')
  })

  it('remembers what was said before a failure', async () => {
    const { page } = await open({ failing: true })
    await ask(page, hungry)
    await ask(page, breakingWords)
    expect(await (await ask(page, 'weymouth')).innerText()).toContain('01305 228866')
  })

  it('lets a tap be tapped again when it failed', async () => {
    const { page } = await open({ failing: true })
    await ask(page, 'he said he would kill himself')
    await page.route('**/*', (route) => route.abort())
    await answerTo(page, () => page.getByRole('button', { name: 'Yes', exact: true }).click())
    await page.unroute('**/*')
    const yes = await answerTo(page, () => page.getByRole('button', { name: 'Yes', exact: true }).click())
    expect(await kindOf(yes)).toBe('emergency')
  })

  it('tells an emergency at once, goes to its heading, and shows it', async () => {
    const { page } = await open({ viewport: { width: 375, height: 667 } })
    const answer = await ask(page, 'he is hitting my mum right now')
    const alarm = page.getByRole('alert')
    expect(await alarm.textContent()).toContain('999')
    const heading = answer.locator('.signpost-emergency h2')
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    const box = await heading.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(300)
    await ask(page, 'thank you')
    expect(await alarm.textContent()).toBe('')
  })

  it('tells an answer politely and goes to it', async () => {
    const { page } = await open()
    const answer = await ask(page, hungry)
    expect(await page.locator('#told').textContent()).toContain('New answer.')
    expect(await page.getByRole('alert').textContent()).toBe('')
    expect(await answer.locator('h2').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('#utterance').inputValue()).toBe('')
  })

  it('sends by Ctrl and Enter', async () => {
    const { page } = await open()
    await page.locator('#utterance').fill(hungry)
    expect(await kindOf(await answerTo(page, () => page.keyboard.press('Control+Enter')))).toBe('signpost')
  })

  it('sends one question at a time', async () => {
    const { page, asked } = await open()
    await page.locator('#utterance').fill(hungry)
    await answerTo(page, () => page.locator('.signpost-question button').dblclick())
    expect(await page.locator('[data-exchange]').count()).toBe(1)
    expect(asked.filter((address) => !address.includes('/assets/'))).toHaveLength(2)
  })

  it('makes no page of its own in the history', async () => {
    const { page } = await open()
    const before = await page.evaluate(() => history.length)
    await ask(page, hungry)
    await ask(page, 'weymouth')
    expect(await page.evaluate(() => history.length)).toBe(before)
  })

  it('sends the id of a service that is wrong, and nothing else', async () => {
    const { page, logged } = await open()
    const answer = await ask(page, 'my marmalade zebra is always hungry in weymouth')
    const request = page.waitForRequest('**/wrong')
    await answer.locator('[data-wrong] button').first().click()
    const sent = await request
    expect(sent.postData()).toMatch(/^service=[a-z0-9-]+$/)
    expect(sent.url()).toMatch(/\/wrong$/)
    const thanks = answer.getByText('Thank you.')
    await thanks.first().waitFor()
    expect(logged.join('')).toContain('reportedWrong')
    expect(logged.join('')).not.toMatch(/zebra|marmalade|weymouth/i)
  })

  it('copies the answer and nothing but the answer', async () => {
    const { page, context, origin } = await open()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    const answer = await ask(page, `${hungry} in weymouth`)
    await answer.locator('[data-copy]').click()
    await page.locator('#told', { hasText: 'Copied' }).waitFor({ state: 'attached' })
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('01305 228866')
    expect(copied).not.toContain(hungry)
    expect(copied).not.toMatch(/Is this wrong|You can also ask|What are the signs/)
  })

  it('prints the last answer alone, on two pages at most', async () => {
    const { page } = await open()
    await ask(page, 'what are the signs of grooming')
    await ask(page, `${hungry} in weymouth`)
    await page.emulateMedia({ media: 'print' })
    const seen = await page.locator('body').innerText()
    expect(seen).toContain('01305 228866')
    expect(seen).not.toMatch(/You said|Is this wrong|You can also ask|What worries you|Exit this page|Start again/)
    expect(await page.locator('[data-exchange]:visible').count()).toBe(1)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
  })

  it('makes numbers links where calling is possible, and plain text elsewhere', async () => {
    const phone = await open({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 667 } })
    expect(await (await ask(phone.page, hungry)).locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    const desk = await open()
    const answer = await ask(desk.page, hungry)
    expect(await answer.locator('a[href^="tel:"]').count()).toBe(0)
    expect(await answer.locator('dd strong').count()).toBeGreaterThan(0)
  })
})

const helps = (text: string): void => {
  expect(text).toContain('999')
  expect(text).toContain('0808 800 5000')
  expect(text).toContain('0800 1111')
}
