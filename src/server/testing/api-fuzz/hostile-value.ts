import fc from 'fast-check'

/** Pieces of text that must never come back from an error answer. */
export const MARKERS = [
  '<script>alert(1)</script>',
  "' or 1=1; drop table owners; --",
  '{{7*7}}${7*7}',
] as const

const texts = [
  ...MARKERS,
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202eevil', '😀'.repeat(50), 'x'.repeat(70_000)],
  ...[
    '../../etc/passwd',
    '%00',
    '%2e%2e',
    '"',
    '\\',
    "'",
    '`',
    ';',
    '\r\nset-cookie: a=b',
    'null',
    'NaN',
    '-0',
  ],
  ...[
    '__proto__',
    'constructor',
    'true',
    '1e400',
    '0x10',
    '2024-02-30',
    '0000-00-00',
    '+275760-09-13T00:00:00Z',
  ],
  ...['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'a@b', '*', '\uffff'],
]

/** Text that nobody means well with. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Any JSON value that may stand where another was expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -1, 0.1, 1e308, -1e308, 2 ** 53, 2 ** 31, 2 ** 63),
  fc.constantFrom([], [[]], [null], {}, { length: -1 }, { toString: 'x' }, { __proto__: null, a: 1 }),
  fc.array(fc.integer(), { minLength: 500, maxLength: 500 }),
  fc.jsonValue({ maxDepth: 4 }),
)
