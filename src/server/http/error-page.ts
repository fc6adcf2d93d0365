import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AppError } from '#src/shared/errors/app-error.ts'
import { retryAfter } from './respond.ts'

const STYLES = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; background: #fbfdfd; color: #142023 }
body { margin: 0; min-height: 100vh; display: grid; place-items: center }
main { max-width: 32rem; padding: 24px }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: #126a70 }
small { color: #4d5f63 }
@media (prefers-color-scheme: dark) {
  :root { background: #0d1719; color: #e6eeee }
  a { color: #3bbdbe }
  small { color: #9db0b3 }
}`

type Words = { title: string; text: string }

/** True for what a person opens in a browser. The API has one form of errors, whoever asks. */
export function wantsPage({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if (url?.startsWith('/api/')) return false
  return (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true
}

/** Says a failure to a person where no page can be made: without scripts, and without anything of the request. */
export function respondErrorPage(res: ServerResponse, error: AppError, requestId: string): void {
  const nonce = randomBytes(16).toString('base64')
  const { title, text } = wordsFor(error)
  res.writeHead(error.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    ...retryAfter(error),
  })
  res.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Berth</title>
<style nonce="${nonce}">${STYLES}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">Try again</a></p>
<p><small>${error.code} · request id ${requestId}</small></p>
</main>
</body>
</html>
`)
}

function wordsFor({ status }: AppError): Words {
  if (status === 503) {
    return {
      title: 'We are away for a moment',
      text: 'A part of Berth is not answering, and is being looked after. Nothing is lost. Please try again shortly.',
    }
  }
  if (status >= 500) {
    return {
      title: 'Something went wrong on our side',
      text: 'Nothing you did is lost, and trying again often helps.',
    }
  }
  return {
    title: 'This could not be answered',
    text: 'The address or the way it was asked for is not one we know. A link may be old or incomplete.',
  }
}
