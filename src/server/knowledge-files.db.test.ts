import { beforeAll, describe, expect, it } from 'vitest'
import { writePdf } from '#src/modules/concierge/server/text/testing/write-pdf.ts'
import type { Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const DOCUMENTS = '/api/v1/knowledge-documents'
let brand: Workspace

beforeAll(async () => {
  brand = await current().client.createWorkspace({ modules: ['concierge'] })
})

async function upload(name: string, type: string, text: string): Promise<string> {
  const headers = { 'content-type': type, 'x-file-name': encodeURIComponent(name) }
  const answer = await current().client.call('POST', `${DOCUMENTS}/files/file`, {
    token: brand.token,
    text,
    headers,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(answer.body.id)
}

type Stored = {
  id: string
  body: string | null
  status: string
  extraction: string
  extractionMessage: string | null
}
type Refused = { error: { details: { fields: Record<string, string[]> } } }

async function call<Body = Stored>(method: string, path: string, body?: object): Promise<Body> {
  const options = { token: brand.token, ...(body ? { body } : {}) }
  return (await current().client.call(method, path, options)).body as Body
}

async function countFound(q: string): Promise<number> {
  return (await call<{ total: number }>('GET', `/api/v1/knowledge-search?q=${q}`)).total
}

/** Waits until the file of a document has been read. */
async function read(id: string): Promise<Stored> {
  const get = () => call('GET', `${DOCUMENTS}/${id}`)
  await expect.poll(async () => (await get()).extraction, { timeout: 15_000 }).not.toBe('waiting')
  return get()
}

describe('a document that begins as a file', { timeout: 20_000 }, () => {
  it('gets its text in the background, and is found once it is published', async () => {
    const file = await upload(
      'care.pdf',
      'application/pdf',
      writePdf([['Wash the narwhal by hand.']]).toString('latin1'),
    )
    const created = await call('POST', DOCUMENTS, { title: 'Care', file })
    expect(created).toMatchObject({ extraction: 'waiting', body: null, status: 'draft' })
    const document = await read(created.id)
    expect(document).toMatchObject({
      extraction: 'succeeded',
      body: 'Wash the narwhal by hand.',
      extractionMessage: null,
    })
    expect(await countFound('narwhals')).toBe(0)
    await call('PATCH', `${DOCUMENTS}/${created.id}`, { status: 'published' })
    expect(await countFound('narwhals')).toBe(1)
  })

  it('follows another file, and says why one cannot be read', async () => {
    const first = await upload('a.md', 'text/markdown', '# First')
    const { id } = await call('POST', DOCUMENTS, { title: 'Changing', file: first })
    expect((await read(id)).body).toBe('# First')
    const scan = await upload('b.pdf', 'application/pdf', writePdf([[]]).toString('latin1'))
    await call('PATCH', `${DOCUMENTS}/${id}`, { file: scan })
    // The text of before stays: nothing better has come.
    expect(await read(id)).toMatchObject({ extraction: 'failed', body: '# First' })
    expect((await read(id)).extractionMessage).toContain('pictures')
  })

  it('needs a text or a file, and a text to be published', async () => {
    const empty = await call<Refused>('POST', DOCUMENTS, { title: 'Nothing' })
    expect(empty.error.details.fields).toHaveProperty('body')
    const file = await upload('c.md', 'text/markdown', 'Text')
    const early = await call<Refused>('POST', DOCUMENTS, { title: 'Early', file, status: 'published' })
    expect(early.error.details.fields).toHaveProperty('status')
  })
})
