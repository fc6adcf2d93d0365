import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createRemoveFilesTask } from '#src/files/server/remove-files.ts'
import { sampleFiles } from '#src/files/server/testing/sample-files.ts'
import { readEnv } from '#src/env.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import type { Module } from '#src/resources/define-module.ts'
import { beginUpload, sendUpload } from './testing/send-upload.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Workspace } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

// A contract in the place of the hours that staff has: the one column of JSON in the modules that are there.
vi.mock('#src/modules/registry.ts', async (load) => {
  const { modules } = await load<{ modules: Module[] }>()
  const { file } = await import('#src/resources/fields/file.ts')
  const availability = file({
    label: 'Contract',
    required: true,
    accept: ['application/pdf', 'image/png', 'text/plain'],
    maxBytes: 100_000,
  })
  const withContract = (resource: Module['resources'][number]) =>
    resource.name === 'staff' ? { ...resource, fields: { ...resource.fields, availability } } : resource
  return {
    modules: modules.map((module) => ({ ...module, resources: module.resources.map(withContract) })),
  }
})

const FIELD = '/api/v1/staff/files/availability'
const PDF = { 'content-type': 'application/pdf', 'x-file-name': 'Contract.pdf' }
const { pdf, png, text, exe, html, svg } = sampleFiles

let server: TestServer
let mine: Workspace
let theirs: Workspace

beforeAll(async () => {
  server = await startTestServer()
  mine = await server.client.createWorkspace()
  theirs = await server.client.createWorkspace()
})
afterAll(() => server.dispose())

type Sent = Parameters<typeof sendUpload>[1]

/** By the owner of the first workspace, unless said otherwise. @returns the answer, and its body as JSON */
async function upload(sent: Partial<Sent> = {}) {
  const content = sent.content ?? pdf
  const headers = { ...PDF, ...sent.headers }
  const answer = await sendUpload(server.port, { path: FIELD, token: mine.token, ...sent, content, headers })
  const body = JSON.parse(answer.content.toString())
  return { ...answer, body, code: body.error?.code as string | undefined }
}

async function hire(fileId: unknown, token = mine.token) {
  const body = { name: 'Ada', role: 'groomer', availability: fileId }
  return server.client.call('POST', '/api/v1/staff', { token, body })
}

const download = (id: string, token = mine.token) =>
  sendUpload(server.port, { method: 'GET', path: `/api/v1/staff/${id}/files/availability`, token })

const countFiles = async () =>
  (await server.inspect<{ count: number }>('select count(*)::int as count from platform.files'))[0]?.count

const listIncoming = () => readdir(server.files.incoming).catch(() => [])

describe('a file', () => {
  it('is uploaded, named by a record, and got back as it was', async () => {
    const { status, body } = await upload({
      headers: { 'x-file-name': encodeURIComponent('Vertrag „Ada“.pdf') },
    })
    const file = {
      id: expect.any(String),
      name: 'Vertrag „Ada“.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
    }
    expect([status, body]).toEqual([201, file])
    const hired = await hire(body.id)
    expect([hired.status, hired.body.availability]).toEqual([201, body])
    const { content, headers } = await download(hired.body.id)
    expect(content).toEqual(pdf)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="Vertrag _Ada_.pdf"; filename*=UTF-8''Vertrag%20%E2%80%9EAda%E2%80%9C.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    const [audit] = await server.inspect(
      `select actor_id, details from platform.audit_log where action = 'files.upload'`,
    )
    expect(audit).toMatchObject({ details: { name: 'Vertrag „Ada“.pdf', purpose: 'staff.availability' } })
  })

  it('may be text, which is served as text', async () => {
    const sent = {
      content: text,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-file-name': 'a.txt' },
    }
    const hired = await hire((await upload(sent)).body.id)
    const { headers, content } = await download(hired.body.id)
    expect([headers['content-type'], content]).toEqual(['text/plain; charset=utf-8', text])
  })

  it('lies under ids alone, whatever it is called', async () => {
    const { body } = await upload({ headers: { 'x-file-name': '..%2F..%2Fetc%2Fpasswd' } })
    expect(body.name).toBe('passwd.pdf')
    const folder = join(server.files.incoming, '..', mine.tenantId)
    expect(await readdir(folder)).toContain(body.id)
  })

  it.each([
    ['a program', { content: exe }, 'FILE_TYPE_REFUSED'],
    ['a page', { content: html }, 'FILE_TYPE_REFUSED'],
    ['a drawing', { content: svg, headers: { 'content-type': 'image/svg+xml' } }, 'FILE_TYPE_REFUSED'],
    ['a picture that is called a PDF', { content: png }, 'FILE_TYPE_REFUSED'],
    ['nothing', { content: Buffer.alloc(0) }, 'FILE_TYPE_REFUSED'],
    ['what is compressed', { headers: { 'content-encoding': 'gzip' } }, 'FILE_TYPE_REFUSED'],
    ['what has no type', { headers: { 'content-type': '' } }, 'FILE_TYPE_REFUSED'],
    ['too much', { content: Buffer.concat([pdf, Buffer.alloc(100_000)]) }, 'FILE_TOO_LARGE'],
    [
      'too much in parts',
      { content: Buffer.concat([pdf, Buffer.alloc(5_000_000)]), length: null },
      'FILE_TOO_LARGE',
    ],
    ['a name that is not encoded', { headers: { 'x-file-name': '100%.pdf' } }, 'BAD_REQUEST'],
    ['a visitor', { token: '' }, 'UNAUTHENTICATED'],
    ['another field', { path: '/api/v1/staff/files/name' }, 'NOT_FOUND'],
    ['a name every object has', { path: '/api/v1/staff/files/constructor' }, 'NOT_FOUND'],
  ])('is refused: %s', async (_, sent, code) => {
    const before = await countFiles()
    expect((await upload(sent)).code).toBe(code)
    expect([await countFiles(), await listIncoming()]).toEqual([before, []])
  })

  it('is answered once for one idempotency key', async () => {
    const headers = { 'idempotency-key': 'contract-1' }
    const [first, again] = [await upload({ headers }), await upload({ headers })]
    expect(again.body).toEqual(first.body)
    expect((await upload({ headers, content: Buffer.concat([pdf, pdf]) })).code).toBe('IDEMPOTENCY_MISMATCH')
  })

  it('leaves nothing behind when its sender goes away', async () => {
    const before = await countFiles()
    const req = beginUpload(server.port, { path: FIELD, token: mine.token, headers: PDF, length: 50_000 })
    req.on('error', () => undefined)
    req.write(pdf)
    await vi.waitFor(async () => expect(await listIncoming()).toHaveLength(1))
    req.destroy()
    await vi.waitFor(async () => expect(await listIncoming()).toEqual([]))
    expect(await countFiles()).toBe(before)
  })
})

describe('whose file it is', () => {
  it('is asked of whoever attaches it: neither another tenant nor a colleague can', async () => {
    const { body } = await upload()
    const colleague = await addTeamMate(server, mine, 'manager')
    for (const token of [theirs.token, colleague.token]) {
      const refused = await hire(body.id, token)
      expect([refused.status, Object.keys(refused.body.error.details.fields)]).toEqual([
        400,
        ['availability'],
      ])
    }
    expect((await hire(body.id)).status).toBe(201)
  })

  it('is asked of whoever gets it', async () => {
    const hired = await hire((await upload()).body.id)
    const client = await addTeamMate(server, mine, 'client')
    const viewer = await addTeamMate(server, mine, 'viewer')
    expect((await download(hired.body.id, viewer.token)).status).toBe(200)
    expect((await download(hired.body.id, client.token)).status).toBe(403)
    expect((await download(hired.body.id, theirs.token)).status).toBe(404)
    expect((await download(hired.body.id, '')).status).toBe(401)
    const elsewhere = { method: 'GET', path: `/api/v1/staff/${hired.body.id}/files/availability` } as const
    const crossed = await sendUpload(server.port, { ...elsewhere, host: theirs.subdomain, token: mine.token })
    expect(JSON.parse(crossed.content.toString()).error.code).toBe('TENANT_MISMATCH')
  })

  it('is asked before a file is taken: viewers upload none, nor does a token for something else', async () => {
    const viewer = await addTeamMate(server, mine, 'viewer')
    expect((await upload({ token: viewer.token })).code).toBe('FORBIDDEN')
    const made = await server.client.call('POST', '/api/v1/tenants/me/api-tokens', {
      token: mine.token,
      body: { name: 'narrow', scopes: ['staff:list'] },
    })
    expect((await upload({ token: made.body.token })).code).toBe('FORBIDDEN')
  })

  it('is one record alone, also when two ask at the same instant', async () => {
    const { body } = await upload()
    const answers = await Promise.all(Array.from({ length: 6 }, () => hire(body.id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5)
  })
})

describe('a file that nobody needs', () => {
  const rewind = () =>
    server.inspect(
      `update platform.files set expires_at = now() - interval '1 minute' where expires_at is not null`,
    )
  const clean = () => {
    const { platform } = server.database
    return createRemoveFilesTask({
      db: platform,
      store: server.files,
      logger: createLogger({ level: 'silent' }),
    }).handle({})
  }
  const listStored = () => readdir(join(server.files.incoming, '..', mine.tenantId))

  it('goes after a day, with its bytes; one that a record has stays', async () => {
    const [left, kept] = [await upload(), await upload()]
    const hired = await hire(kept.body.id)
    await clean()
    expect(await listStored()).toEqual(expect.arrayContaining([left.body.id, kept.body.id]))
    await rewind()
    expect((await hire(left.body.id)).status).toBe(400)
    await clean()
    const stored = await listStored()
    expect(stored).toContain(kept.body.id)
    expect(stored).not.toContain(left.body.id)
    expect((await download(hired.body.id)).status).toBe(200)
  })

  it('is the one that another has replaced, and not the one that was sent again', async () => {
    const [first, second] = [await upload(), await upload()]
    const { body: record } = await hire(first.body.id)
    const change = (availability: unknown) =>
      server.client.call('PATCH', `/api/v1/staff/${record.id}`, { token: mine.token, body: { availability } })
    const same = await change(record.availability)
    expect([same.status, same.body.updatedAt]).toEqual([200, record.updatedAt])
    expect((await change(second.body.id)).body.availability).toEqual(second.body)
    await rewind()
    await clean()
    const stored = await listStored()
    expect(stored).toContain(second.body.id)
    expect(stored).not.toContain(first.body.id)
  })

  it('stays known while its bytes cannot be removed', async () => {
    const { body } = await upload()
    await rewind()
    const store = {
      ...createFileStore(readEnv({})),
      incoming: server.files.incoming,
      remove: () => Promise.reject(new Error('away')),
    }
    const logger = createLogger({ level: 'silent' })
    await createRemoveFilesTask({ db: server.database.platform, store, logger }).handle({})
    expect(await server.inspect('select id from platform.files where id = $1', [body.id])).toHaveLength(1)
  })
})

describe('a page of another origin', () => {
  it('can neither send nor read files with a person’s cookie', async () => {
    const { body } = await upload()
    const hired = await hire(body.id)
    const headers = { origin: 'https://elsewhere.example', cookie: 'next-auth.session-token=x' }
    expect((await upload({ token: '', headers })).code).toBe('UNAUTHENTICATED')
    const { status } = await sendUpload(server.port, {
      method: 'GET',
      path: `/api/v1/staff/${hired.body.id}/files/availability`,
      headers,
    })
    expect(status).toBe(401)
  })
})

it('takes as many uploads of a person as the limit allows', async () => {
  const limited = await startTestServer({ database: server, worker: false, rates: 'upload=2/15m' })
  const { token } = await addTeamMate(server, mine, 'manager')
  const send = () => sendUpload(limited.port, { path: FIELD, token, headers: PDF, content: pdf })
  const answers = [await send(), await send(), await send()]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 429])
  await limited.dispose()
})
