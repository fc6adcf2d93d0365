import { expect, it } from 'vitest'
import { REDACTED, redactDetails } from './redact.ts'

it.each([
  'password',
  'newPassword',
  'passphrase',
  'token_hash',
  'accessToken',
  'client_secret',
  'Authorization',
  'apiKey',
  'api-key',
  'private_key',
  'setCookie',
])('keeps what %s holds out of the log, at any depth', (key) => {
  const written = redactDetails({ after: { [key]: 'sesame', deep: [{ [key]: { inner: 'sesame' } }] } })
  expect(JSON.stringify(written)).not.toContain('sesame')
  expect(JSON.stringify(written)).toContain(REDACTED)
})

it('leaves what only sounds like a secret', () => {
  const details = { tokenId: 'a', tokenName: 'ci', hint: 'berth_ab', keyboard: 'qwerty', name: 'Rex' }
  expect(redactDetails(details)).toEqual(details)
})

it('knows tokens by their looks, whatever they are called', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'
  const written = redactDetails({ note: `my ${jwt}`, header: 'Bearer abc', text: `berth_${'x'.repeat(43)}` })
  expect(Object.values(written)).toEqual([REDACTED, REDACTED, REDACTED])
})

it('keeps the values of fields out that are declared secret, and still tells that they were empty', () => {
  const written = redactDetails({ before: { streamKey: null }, after: { streamKey: 'live_1' } }, [
    'streamKey',
  ])
  expect(written).toEqual({ before: { streamKey: null }, after: { streamKey: REDACTED } })
})

it('cuts long texts and lists, and says so', () => {
  const written = redactDetails({
    after: { notes: 'n'.repeat(900), tags: Array.from({ length: 60 }, () => 't') },
  })
  expect(written).toMatchObject({ after: { notes: `${'n'.repeat(500)}… (+400 characters)` } })
  expect(JSON.stringify(written)).toContain('(+10 entries)')
})

it('never grows beyond its bound', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`field${at}`, 'ü'.repeat(490)]))
  for (const details of [
    { after: many },
    many,
    { ['k'.repeat(50)]: Object.values(many).map(() => [many]) },
  ]) {
    const written = redactDetails(details)
    expect(Buffer.byteLength(JSON.stringify(written))).toBeLessThanOrEqual(16 * 1024)
    expect(written).toMatchObject({ shortened: true })
  }
})

it('turns everything into JSON that PostgreSQL takes', () => {
  const written = redactDetails({
    a: 'x\0y',
    b: '\ud800',
    c: 1n,
    d: new Date(0),
    e: NaN,
    f: undefined,
    g: () => 1,
  })
  expect(written).toEqual({
    a: 'xy',
    b: '\ufffd',
    c: '1',
    d: '1970-01-01T00:00:00.000Z',
    e: 'NaN',
    g: '[function]',
  })
})
