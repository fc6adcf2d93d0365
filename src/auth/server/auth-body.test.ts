import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#src/shared/errors/app-error.ts'
import { readFormFields } from './auth-body.ts'

let server: Server
/** what came of the bodies that could not be read, by code */
const refusals: string[] = []

beforeAll(async () => {
  server = createServer((req, res) => {
    readFormFields(req).then(
      (fields) => res.end(JSON.stringify(fields)),
      (error: unknown) => {
        const known = error instanceof AppError ? error : new AppError('INTERNAL')
        refusals.push(known.code)
        res.writeHead(known.status, { connection: 'close' }).end(known.code)
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

async function post(type: string | undefined, body: string, { chunked = false } = {}) {
  const { port } = server.address() as AddressInfo
  const headers = {
    ...(type ? { 'content-type': type } : {}),
    ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }),
  }
  const req = request({ port, host: '127.0.0.1', method: 'POST', headers })
  req.end(body)
  const [res] = await once(req, 'response')
  let text = ''
  for await (const chunk of res as AsyncIterable<Buffer>) text += chunk.toString()
  return { status: res.statusCode, text }
}

describe('readFormFields', () => {
  it.each([
    [
      'application/x-www-form-urlencoded',
      'email=a%40b.c&password=p%26q',
      { email: 'a@b.c', password: 'p&q' },
    ],
    ['application/x-www-form-urlencoded; charset=UTF-8', 'a=1&a=2', { a: '2' }],
    ['application/json', '{"email":"a@b.c","age":7,"list":["x"],"none":null}', { email: 'a@b.c' }],
    [undefined, '', {}],
  ])('reads %s', async (type, body, fields) => {
    const { status, text } = await post(type, body)
    expect({ status, fields: JSON.parse(text) }).toEqual({ status: 200, fields })
  })

  it.each([
    ['text/plain', 'a=1', 415],
    ['application/json', '{', 400],
    ['application/json', '"text"', 400],
    ['application/json', 'null', 400],
  ])('refuses %s with %s', async (type, body, status) => {
    expect((await post(type, body)).status).toBe(status)
  })

  it.each([{ chunked: false }, { chunked: true }])(
    'refuses more than 16 kB and still answers: %j',
    async (how) => {
      const form = 'application/x-www-form-urlencoded'
      expect(await post(form, `a=${'x'.repeat(16_382)}`, how)).toMatchObject({ status: 200 })
      expect(await post(form, `a=${'x'.repeat(16_383)}`, how)).toEqual({
        status: 413,
        text: 'PAYLOAD_TOO_LARGE',
      })
    },
  )

  it('takes a body that breaks off for what it is: not our failure', async () => {
    const { port } = server.address() as AddressInfo
    const headers = { 'content-type': 'application/json', 'content-length': 100 }
    const req = request({ port, host: '127.0.0.1', method: 'POST', headers })
    req.on('error', () => undefined)
    req.write('{"email":')
    setTimeout(() => req.destroy(), 50)
    await expect.poll(() => refusals.at(-1)).toBe('CLIENT_CLOSED_REQUEST')
  })
})
