import { Agent, request } from 'node:http'

/** One call as it goes over the wire. */
export type LabRequest = {
  method: string
  path: string
  /** subdomain whose host is called; null for the apex */
  host: string | null
  headers: Readonly<Record<string, string>>
  body?: string
}

/** @property text everything that came back: status line, headers and body */
export type LabAnswer = { status: number; code: string; text: string; body: string }

/** What a browser adds to a call of a page to its own host: without it a cookie counts for nothing. */
export const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** Sends a call as an attacker would: nothing is added to it and nothing of the answer is thrown away. */
export function send(port: number, { method, path, host, headers, body }: LabRequest): Promise<LabAnswer> {
  return new Promise((resolve, reject) => {
    const req = request({
      agent,
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: {
        host: `${host === null ? '' : `${host}.`}berth.localhost:${port}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    })
    req.once('error', reject)
    req.once('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.once('error', reject)
      res.once('end', () => {
        const received = Buffer.concat(chunks).toString()
        const status = res.statusCode ?? 0
        const text = [status, res.statusMessage, ...res.rawHeaders, received].join('\n')
        resolve({ status, code: codeOf(status, received), text, body: received })
      })
    })
    req.end(body)
  })
}

/** `OK`, or the code in the one shape all errors have; the bare status when there is none. */
function codeOf(status: number, body: string): string {
  if (status < 400) return 'OK'
  try {
    const parsed = JSON.parse(body)
    return String(parsed.error?.data?.error?.code ?? parsed.error?.code ?? status)
  } catch {
    return String(status)
  }
}
