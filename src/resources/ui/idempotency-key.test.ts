import { expect, test } from 'vitest'
import { keyOfValues } from './idempotency-key.ts'

test('the same values keep their key, others get a new one', () => {
  const first = keyOfValues({ name: 'Rex' }, undefined)
  expect(keyOfValues({ name: 'Rex' }, first)).toBe(first)
  const second = keyOfValues({ name: 'Max' }, first)
  expect(second.key).not.toBe(first.key)
  expect(second.key).toMatch(/^[0-9a-f]{32}$/)
})
