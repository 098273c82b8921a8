import type { RequestListener } from 'node:http'

/** A council's page with the strictest policy beside which the chat works; `attributes` are those of the script element. */
export function hostPage(signpost: () => string, attributes: (path: string) => string): RequestListener {
  return (request, response) => {
    const path = request.url ?? '/'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy(signpost()))
    response.end(path === '/before' ? page('Before', '') : page('Keeping children safe', script(signpost(), attributes(path))))
  }
}

const policy = (origin: string): string =>
  [
    "default-src 'none'",
    `script-src ${origin}`,
    `frame-src ${origin}`,
    "style-src 'none'",
    "img-src 'none'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')

const script = (origin: string, attributes: string): string => `<script src="${origin}/embed.js" ${attributes} defer></script>`

const page = (title: string, end: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><h1>${title}</h1><p><a href="/before">A link of the council</a></p>${end}<p>The end of the page.</p></body></html>`
