import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '../src/settings.ts'

const given = { domain: 'berth.example', tag: '0.1.0', hostedZoneId: 'Z123' }
const read = (context: Record<string, unknown>) => readSettings((name) => context[name])

test('little has to be said', () => {
  const settings = read(given)
  assert.equal(settings.isProtected, true)
  assert.equal(settings.isMultiZone, true)
  assert.equal(settings.webMin, 2)
})

test('what is missing or wrong is named', () => {
  assert.throws(() => read({}), /^Error: domain/)
  assert.throws(() => read({ ...given, tag: '' }), /^Error: tag/)
  assert.throws(() => read({ ...given, domain: 'https://berth.example' }), /^Error: domain/)
  assert.throws(() => read({ ...given, hostedZoneId: undefined }), /certificateArn/)
  assert.throws(() => read({ ...given, workers: '0' }), /^Error: workers/)
  assert.throws(() => read({ ...given, protect: 'yes' }), /^Error: protect/)
  assert.throws(() => read({ ...given, webMax: '1' }), /^Error: webMax/)
})

test('the command line gives texts', () => {
  const settings = read({ ...given, protect: 'false', workers: '5' })
  assert.equal(settings.isProtected, false)
  assert.equal(settings.workers, 5)
})
