import { readFileSync } from 'node:fs'
import { serve } from '../channels/directLine/serve.js'
import { findWebChat } from './findWebChat.js'

export interface WebChatPage {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** The page of somebody who has put Web Chat on it, on an origin of its own; `?domain=` names the service to talk to, and `&style=` the style options. */
export async function openWebChatPage(): Promise<WebChatPage> {
  const path = findWebChat()
  if (path === undefined) throw new Error('There is no bundle of Web Chat. Run .ci/run, or set WEBCHAT_BUNDLE to its path.')
  const bundle = readFileSync(path)
  const { port, close } = await serve((request, response) => {
    const isBundle = request.url === '/webchat.js'
    response.setHeader('content-type', isBundle ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isBundle ? bundle : page)
  })
  return { origin: `http://localhost:${String(port)}`, close }
}

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Council</title>
<link rel="icon" href="data:,"><style>html, body, #chat { height: 100%; margin: 0 }</style></head>
<body><div id="chat"></div><script src="/webchat.js"></script><script type="module">
const asked = new URLSearchParams(location.search)
const domain = asked.get('domain')
const styleOptions = JSON.parse(asked.get('style') ?? '{}')
const user = { id: 'dl_person' }
const generate = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user }) }
const { token } = await (await fetch(domain + '/tokens/generate', generate)).json()
const directLine = WebChat.createDirectLine({ domain, token, webSocket: false, pollingInterval: 200 })
WebChat.renderWebChat({ directLine, userID: user.id, locale: 'en-GB', styleOptions }, document.getElementById('chat'))
</script></body></html>`
