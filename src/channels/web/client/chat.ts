import { announce } from './announce.js'
import { forget } from './forget.js'
import { readyTools } from './tools.js'

/** Longest that an answer may take, in milliseconds; then the person gets help that is in the page already. */
const patience = 15_000

/** Forms marked `data-chat` are answered without a page load: by the same endpoint, which gives the whole page. */
export function startChat(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['chat'] === undefined) return
    event.preventDefault()
    if (!isBusy()) void take(form, event.submitter)
  })
  document.addEventListener('keydown', (event) => {
    const box = event.target
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && box instanceof HTMLTextAreaElement
    if (sends) box.form?.requestSubmit()
  })
  document.querySelector('[data-again]')?.addEventListener('click', startAgain)
}

const isBusy = (): boolean => document.body.getAttribute('aria-busy') === 'true'

async function take(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  document.body.setAttribute('aria-busy', 'true')
  announce(regions().told.dataset['waiting'] ?? '')
  try {
    const { page, ok } = await ask(form, submitter)
    show(exchangeIn(page))
    if (ok) goOn(form, page)
  } catch {
    show(helpInPage())
  } finally {
    document.body.removeAttribute('aria-busy')
  }
}

async function ask(form: HTMLFormElement, submitter: HTMLElement | null): Promise<{ page: Document; ok: boolean }> {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])),
    headers: { accept: 'text/html' },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience)
  })
  return { page: new DOMParser().parseFromString(await answer.text(), 'text/html'), ok: answer.ok }
}

/** @throws when the page has no answer in it. */
function exchangeIn(page: ParentNode): Element {
  const exchange = page.querySelector('[data-exchange]')
  if (exchange === null) throw new Error('no answer')
  return exchange
}

function helpInPage(): Element {
  const template = document.getElementById('failure')
  const help = template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : document.createDocumentFragment()
  return exchangeIn(help as DocumentFragment)
}

/** Puts an answer at the end, tells it to screen readers, and goes to it. */
function show(exchange: Element): void {
  regions().conversation.append(document.adoptNode(exchange))
  document.getElementById('common')?.remove()
  document.querySelector('[data-again]')?.removeAttribute('hidden')
  readyTools(exchange)
  tell(exchange)
  exchange.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })
  exchange.scrollIntoView()
}

/** The emergency at once; else the first words, because the focus is on the answer and the rest can be read. */
function tell(exchange: Element): void {
  const { told } = regions()
  const emergency = exchange.querySelector('.signpost-emergency')
  const steps = [...(emergency?.querySelectorAll('h2, li') ?? [])].map(({ textContent }) => textContent.trim())
  announce(steps.join(' '), 'alarm')
  const first = exchange.querySelector('.signpost-text')?.textContent.trim() ?? ''
  announce(emergency === null ? `${told.dataset['new'] ?? ''} ${first}` : '')
}

/** The conversation has moved on: the next question has the new state, the box is empty, and older answers lose their buttons, which would speak for an older state. */
function goOn(form: HTMLFormElement, page: ParentNode): void {
  const state = page.querySelector<HTMLInputElement>('.signpost-question input[name="state"]')?.value
  const field = document.querySelector<HTMLInputElement>('.signpost-question input[name="state"]')
  if (field !== null && state !== undefined) field.value = state
  for (const box of form.querySelectorAll('textarea')) box.value = ''
  for (const old of regions().conversation.querySelectorAll('[data-exchange]:not(:last-child) :is(form[data-chat], .signpost-change)'))
    old.remove()
}

function startAgain(event: Event): void {
  event.preventDefault()
  forget()
  window.location.replace(window.location.pathname)
}

function regions(): { told: HTMLElement; conversation: HTMLElement } {
  const [told, conversation] = [document.getElementById('told'), document.getElementById('conversation')]
  if (told === null || conversation === null) throw new Error('the page is not whole')
  return { told, conversation }
}
