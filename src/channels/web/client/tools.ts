import { announce } from './announce.js'

/** Print, copy, and "Is this wrong?", for the answers that are there and those to come. */
export function startTools(): void {
  readyTools(document)
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button?.dataset['print'] !== undefined) window.print()
    if (button?.dataset['copy'] !== undefined) void copy(button)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['wrong'] === undefined) return
    event.preventDefault()
    void report(form, event.submitter)
  })
}

/** What needs a script is shown where there is one; a number that this device cannot call is plain text. */
export function readyTools(within: ParentNode): void {
  for (const tools of within.querySelectorAll('[data-tools]')) tools.removeAttribute('hidden')
  if (window.matchMedia('(any-pointer: coarse)').matches) return
  for (const link of within.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')) {
    const number = document.createElement('strong')
    number.textContent = link.textContent
    link.replaceWith(number)
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const told = button.closest('[data-exchange]')?.querySelectorAll('[data-told] :is(h2, h3, p, li, dl > div)') ?? []
  const lines = [...told].filter((line) => line.closest('form, .signpost-said') === null).map(wordsOf)
  await navigator.clipboard.writeText(lines.join('\n'))
  announce(document.getElementById('told')?.dataset['copied'] ?? '')
}

/** The words of a line, without those for screen readers alone. */
function wordsOf(line: Element): string {
  const copied = line.cloneNode(true) as Element
  for (const hidden of copied.querySelectorAll('.govuk-visually-hidden')) hidden.remove()
  return copied.textContent.replace(/\s+/g, ' ').trim()
}

/** Sends the id of the service and nothing else. */
async function report(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const service = submitter instanceof HTMLButtonElement ? submitter.value : ''
  const body = new URLSearchParams({ service })
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' })
  if (!answer.ok) return
  const thanks = document.createElement('p')
  thanks.className = 'govuk-body-s'
  thanks.textContent = form.dataset['thanks'] ?? ''
  form.replaceWith(thanks)
  announce(thanks.textContent)
}
