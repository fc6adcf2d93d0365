import { beforeAll, describe, expect, it } from 'vitest'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'
import type { FoundDocument, Snippet } from '#src/modules/concierge/search.ts'

const current = useTestServer()
let brand: Workspace

beforeAll(async () => {
  brand = await current().client.createWorkspace({ modules: ['concierge'] })
})

async function addDocument(values: Record<string, unknown>, { token } = brand): Promise<{ id: string }> {
  const body = { status: 'published', body: 'Nothing else.', ...values }
  const answer = await current().client.call('POST', '/api/v1/knowledge-documents', { token, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body as { id: string }
}

function search(query: Record<string, string>, { token }: { token: string } = brand): Promise<Answer> {
  const path = `/api/v1/knowledge-search?${new URLSearchParams(query).toString()}`
  return current().client.call('GET', path, { token })
}

async function find(q: string, more: Record<string, string> = {}): Promise<FoundDocument[]> {
  const { status, body } = await search({ q, ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { items: FoundDocument[] }).items
}

function textOf(snippets: readonly Snippet[]): string {
  return snippets.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
}

describe('what is found', () => {
  it('is best first: the title counts more than the text, and nearness of the words counts', async () => {
    await addDocument({ title: 'Opening hours', body: 'A voucher can be bought in the shop. Cards as well.' })
    await addDocument({ title: 'Voucher and cards', body: 'How they work.' })
    await addDocument({
      title: 'Gifts',
      body: `A voucher is a gift. ${'Some words in between. '.repeat(40)} We also take cards.`,
    })
    const titles = (await find('voucher cards')).map(({ title }) => textOf(title))
    expect(titles).toEqual(['[Voucher] and [cards]', 'Opening hours', 'Gifts'])
  })

  it('is shown with its places, the words marked, and not more of the text than that', async () => {
    const filling = 'The harbour is calm today and nobody is in a hurry at all. '.repeat(60)
    const body = `${filling}Lost parcels are replaced within ten days. ${filling}Ask us about a parcel at any time. ${filling}`
    await addDocument({ title: 'Shipping', body })
    const [found] = await find('parcels')
    const passages = found?.passages.map(textOf) ?? []
    expect(passages).toHaveLength(2)
    expect(passages[0]).toContain('Lost [parcels] are replaced')
    expect(passages[1]).toContain('about a [parcel] at any time')
    expect(passages.join('').length).toBeLessThan(body.length / 5)
  })

  it('is published, unless other documents are asked for', async () => {
    await addDocument({ title: 'Zeppelin one' })
    await addDocument({ title: 'Zeppelin two', status: 'draft' })
    const { id } = await addDocument({ title: 'Zeppelin three' })
    const archived = { token: brand.token, body: { status: 'archived' } }
    await current().client.call('PATCH', `/api/v1/knowledge-documents/${id}`, archived)
    const count = async (more: Record<string, string> = {}) => (await find('zeppelin', more)).length
    expect([
      await count(),
      await count({ status: 'draft' }),
      await count({ status: 'draft,archived' }),
    ]).toEqual([1, 1, 2])
  })

  it('comes in pages, with the total', async () => {
    for (const number of [1, 2, 3]) await addDocument({ title: `Lighthouse ${number}` })
    const first = await search({ q: 'lighthouse', limit: '2' })
    const second = await search({ q: 'lighthouse', limit: '2', page: '2' })
    expect([first.body.total, first.body.items.length, second.body.items.length]).toEqual([3, 2, 1])
  })

  it('is no longer what was changed or deleted', async () => {
    const { id } = await addDocument({ title: 'Gazebo', body: 'About pergolas.' })
    const path = `/api/v1/knowledge-documents/${id}`
    await current().client.call('PATCH', path, { token: brand.token, body: { title: 'Arbour' } })
    expect([(await find('gazebo')).length, (await find('arbour')).length]).toEqual([0, 1])
    await current().client.call('DELETE', path, { token: brand.token })
    expect(await find('arbour')).toEqual([])
  })

  it('is proposed by the words of titles when there is a slip in the query', async () => {
    await addDocument({ title: 'Subscription renewal' })
    expect((await search({ q: 'subscribtion renewel' })).body).toMatchObject({
      total: 0,
      suggestion: 'subscription renewal',
    })
    expect((await search({ q: 'qqqqqq' })).body.suggestion).toBeNull()
  })
})

describe('languages', () => {
  it('find other forms of a word, each document by its own', async () => {
    await addDocument({ title: 'Returning shoes', body: 'Returned within days.' })
    await addDocument({
      title: 'Umtausch von Schuhen',
      body: 'Häuser, Bücher und Kisten.',
      language: 'german',
    })
    expect((await find('returns')).map(({ title }) => textOf(title))).toEqual(['[Returning] shoes'])
    for (const q of ['Buch', 'haus', 'kiste', 'BÜCHERN']) expect([q, (await find(q)).length]).toEqual([q, 1])
    await addDocument({ title: 'Kisten again', language: 'simple' })
    expect((await find('kiste')).length).toBe(1)
  })

  it('follow the workspace when it writes in another one', { timeout: 20_000 }, async () => {
    const salon = await current().client.createWorkspace({ modules: ['concierge'] })
    await addDocument({ title: 'Häuser' }, salon)
    await addDocument({ title: 'Wohnungen', language: 'english' }, salon)
    const count = async (q: string) => (await search({ q }, salon)).body.total as number
    expect([await count('haus'), await count('wohnung')]).toEqual([0, 0])
    const { id, updatedAt } = (await search({ q: 'häuser' }, salon)).body.items[0] as FoundDocument
    const body = { language: 'german' }
    await current().client.call('PATCH', '/api/v1/tenants/me', { token: salon.token, body })
    await expect.poll(() => count('haus'), { timeout: 10_000 }).toBe(1)
    expect(await count('wohnung')).toBe(0)
    const found = (await search({ q: 'haus' }, salon)).body.items[0] as FoundDocument
    expect([found.id, found.updatedAt]).toEqual([id, updatedAt])
    await addDocument({ title: 'Bücher' }, salon)
    expect(await count('buch')).toBe(1)
  })

  it('read words in quotation marks, beside dashes and in angle brackets', async () => {
    await addDocument({
      title: 'Tariffs',
      body: 'The “Nordlicht” plan—cheaper—is <Basisplan> at «Meerblick».',
    })
    for (const [q, shown] of [
      ['nordlicht', '[Nordlicht]” plan—cheaper—is <Basisplan> at «Meerblick'],
      ['cheaper', 'Nordlicht” plan—[cheaper]—is <Basisplan> at «Meerblick'],
      ['basisplan', 'Nordlicht” plan—cheaper—is <[Basisplan]> at «Meerblick'],
      ['meerblick', 'Nordlicht” plan—cheaper—is <Basisplan> at «[Meerblick]'],
    ] as const) {
      const [found] = await find(q)
      expect(found?.passages.map(textOf).join('')).toContain(shown)
    }
  })
})

describe('hostile texts and queries', () => {
  it('come back as the plain text they are', async () => {
    const body = 'kraken <script>alert("1")</script> & &lt;b&gt; <img src=x onerror=alert(1)> kraken'
    await addDocument({ title: '<b>Kraken</b>', body })
    const [found] = await find('kraken')
    expect(
      [found?.title, found?.passages[0]].map((snippets) => snippets?.map(({ text }) => text).join('')),
    ).toEqual(['<b>Kraken</b>', body])
    expect(found?.title).toContainEqual({ text: 'Kraken', hit: true })
  })

  it.each([
    "'",
    '"',
    '"open',
    ':*',
    'a & | !',
    '!!!',
    '()',
    '\\',
    '%_%',
    '-',
    '- -',
    '-kraken',
    'or or or',
    'the',
    '<->',
    '<b>',
    `'); drop table knowledge_documents; --`,
    '$1',
    ':: text',
    '\u{1F419}',
    'é',
    'x'.repeat(200),
    '-'.repeat(200),
    '-(- '.repeat(50),
    '"a b" '.repeat(33),
    'https://a.b/c?d=e&f=g#h',
    'kraken​',
    '‮kraken',
  ])('are answered: %j', async (q) => {
    expect((await search({ q })).status).toBe(200)
  })

  it.each([
    ['', 'q'],
    [' ', 'q'],
    ['x'.repeat(201), 'q'],
    ['a\u0000b', 'q'],
  ])('are refused at the field: %j', async (q, field) => {
    const { status, body } = await search({ q })
    expect([status, Object.keys(body.error.details.fields as object)]).toEqual([400, [field]])
  })

  it('do not break the index, however many words there are', async () => {
    const words = Array.from({ length: 9_000 }, (_, index) => `${index.toString(36)}-囲${index.toString(36)}`)
    const body = words.join(' ').slice(0, 60_000)
    expect((await addDocument({ title: 'Many words', body })).id).toBeTruthy()
  })
})

describe('whose documents', () => {
  it('are those of the workspace alone', async () => {
    const other = await current().client.createWorkspace({ modules: ['concierge'] })
    await addDocument({ title: 'Secret recipe' }, other)
    expect(await find('recipe')).toEqual([])
    expect((await search({ q: 'secret' }, other)).body.total).toBe(1)
    // The function that asks the index serves its own tenant, whatever it is asked for.
    const client = await current().database.pool.connect()
    try {
      const tenants = await Promise.all(
        [brand, other].map(({ tenantId: id }) =>
          current().database.platform.tenant.findUniqueOrThrow({ where: { id } }),
        ),
      )
      const [mine, theirs] = tenants
      await client.query(
        `begin; set local role ${theirs?.roleName}; set local search_path to ${theirs?.schemaName}`,
      )
      await client.query(`select set_config('app.tenant_id', $1, true)`, [mine?.id])
      expect((await client.query(`select * from find_knowledge('secret', '{published}')`)).rowCount).toBe(0)
      await client.query(`select set_config('app.tenant_id', $1, true)`, [theirs?.id])
      expect((await client.query(`select * from find_knowledge('secret', '{published}')`)).rowCount).toBe(1)
      await client.query(`select set_config('app.owner_id', $1, true)`, [theirs?.id])
      expect((await client.query(`select * from find_knowledge('secret', '{published}')`)).rowCount).toBe(0)
      await client.query(`rollback; begin; set local role ${mine?.roleName}`)
      await expect(
        client.query(`select * from ${theirs?.schemaName}.find_knowledge('secret', '{published}')`),
      ).rejects.toThrow('permission denied')
    } finally {
      client.release(true)
    }
  })

  it('are searched by the team, not by its clients', async () => {
    const viewer = await addTeamMate(current(), brand, 'viewer')
    const client = await addTeamMate(current(), brand, 'client')
    expect([
      (await search({ q: 'shoes' }, viewer)).status,
      (await search({ q: 'shoes' }, client)).status,
    ]).toEqual([200, 403])
  })
})
