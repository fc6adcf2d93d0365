import type { ServerResponse } from 'node:http'

/**
 * An answer that is still being put together. next-auth writes to it as if it were a response of Next; it is
 * sent only when it is known that nothing failed behind the library's back.
 */
export type AuthReply = {
  statusCode: number
  status: (code: number) => AuthReply
  getHeader: (name: string) => string | string[] | undefined
  setHeader: (name: string, value: string | string[]) => AuthReply
  removeHeader: (name: string) => void
  json: (body: unknown) => AuthReply
  send: (body: unknown) => AuthReply
  end: () => AuthReply
  sendTo: (res: ServerResponse) => void
}

export function createAuthReply(): AuthReply {
  const headers = new Map<string, string | string[]>([['cache-control', 'private, no-store']])
  let content = ''
  const reply: AuthReply = {
    statusCode: 200,
    status: (code) => {
      reply.statusCode = code
      return reply
    },
    getHeader: (name) => headers.get(name.toLowerCase()),
    setHeader: (name, value) => {
      headers.set(name.toLowerCase(), value)
      return reply
    },
    removeHeader: (name) => void headers.delete(name.toLowerCase()),
    json: (body) => {
      headers.set('content-type', 'application/json; charset=utf-8')
      content = JSON.stringify(body)
      return reply
    },
    send: (body) => {
      if (typeof body === 'object' && body !== null) return reply.json(body)
      if (typeof body === 'string') content = body
      return reply
    },
    end: () => reply,
    sendTo: (res) => {
      res.statusCode = reply.statusCode
      for (const [name, value] of headers) res.setHeader(name, value)
      res.end(content)
    },
  }
  return reply
}
