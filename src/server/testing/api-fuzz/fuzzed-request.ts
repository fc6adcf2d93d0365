import fc from 'fast-check'
import { expectedValue, type Known } from './expected-value.ts'
import { hostileText, hostileValue } from './hostile-value.ts'
import type { Operation, Schema } from './operations.ts'

export type FuzzedRequest = { path: string; headers: Record<string, string>; text: string | undefined }

/** Requests to an operation: as the contract says, or off in one or more places. */
export function fuzzedRequest(operation: Operation, known: Known): fc.Arbitrary<FuzzedRequest> {
  return fc.record({
    path: fuzzedPath(operation, known),
    headers: fuzzedHeaders,
    text: operation.body ? fuzzedBody(operation.body, known) : fc.constant(undefined),
  })
}

function fuzzedPath({ path, parameters }: Operation, known: Known): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const places = fc.tuple(
    ...inPath.map(({ schema = {} }) => mostly(expectedValue(schema, known), hostileText)),
  )
  const query = fc
    .subarray(inQuery, { maxLength: Math.min(4, inQuery.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ name, schema = {} }) =>
          mostly(expectedValue(schema, known), hostileText).map((value): [string, unknown] => [name, value]),
        ),
      ),
    )
  return fc.tuple(places, query, fc.boolean()).map(([values, pairs, isTwice]) => {
    const filled = inPath.reduce(
      (rest, { name }, index) => rest.replace(`{${name}}`, encode(values[index])),
      path,
    )
    const all = isTwice ? [...pairs, ...pairs] : pairs
    const search = all.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
    // A request line has an end.
    return `${filled}${search ? `?${search}` : ''}`.slice(0, 12_000)
  })
}

function fuzzedBody(schema: Schema, known: Known): fc.Arbitrary<string> {
  const expected = expectedValue(schema, known)
  return fc.oneof(
    { weight: 2, arbitrary: expected.map((value) => JSON.stringify(value)) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(expected, hostileValue, fc.nat())
        .map(([value, bad, at]) => JSON.stringify(spoil(value, bad, at))),
    },
    { weight: 2, arbitrary: hostileValue.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[1',
        'null',
        '"',
        '{"a":1,"a":2}',
        '{"__proto__":{"a":1}}',
        '\u0000',
      ),
    },
  )
}

const fuzzedHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Record<string, string>>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'idempotency-key': 'x'.repeat(300) },
      { 'idempotency-key': "' or 1=1 --" },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json; charset=utf-16' },
      { accept: 'text/html' },
      { 'x-request-id': '<script>alert(1)</script>' },
      { 'x-http-method-override': 'DELETE' },
    ),
  },
)

/** Puts something else in the place of one property, at any depth. @param at which one, counted round */
function spoil(value: unknown, bad: unknown, at: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad
  const names = Object.keys(value)
  const name = names[at % Math.max(names.length, 1)]
  if (name === undefined) return { surprise: bad }
  const own: unknown = Reflect.get(value, name)
  const isInner = typeof own === 'object' && own !== null && at % 3 > 0
  return { ...value, [name]: isInner ? spoil(own, bad, Math.floor(at / names.length)) : bad }
}

function mostly<T>(expected: fc.Arbitrary<T>, hostile: fc.Arbitrary<string>): fc.Arbitrary<T | string> {
  return fc.oneof({ weight: 2, arbitrary: expected }, { weight: 3, arbitrary: hostile })
}

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return encodeURIComponent(text.toWellFormed()) || '%20'
}
