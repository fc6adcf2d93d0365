import { describe, expect, it } from 'vitest'
import { readEnv } from '#src/env.ts'
import { listEnvFindings } from './env-findings.ts'

const sound = {
  AUTH_SECRET: 'kR3v9QmZ0xT7bLw2YhN5cJ8dFs1aGpUe',
  BERTH_PUBLIC_URL: 'https://berth.example',
  BERTH_TRUSTED_PROXIES: '10.0.0.5',
  DATABASE_URL: 'postgres://berth:secret-word@db.example/berth',
  SMTP_URL: 'smtp://mail.example',
  COMMIT_SHA: 'abc',
}
const findings = (changes: Record<string, string>) =>
  listEnvFindings(readEnv({ ...sound, ...changes })).map(({ name, state }) => `${name} ${state}`)

describe('listEnvFindings', () => {
  it('has nothing to say of a sound installation', () => {
    expect(findings({})).toEqual([])
  })

  it.each([
    [{ SMTP_URL: '' }, 'SMTP_URL missing'],
    [{ BERTH_TRUSTED_PROXIES: '' }, 'BERTH_TRUSTED_PROXIES missing'],
    [{ AUTH_SECRET: 'a'.repeat(40) }, 'AUTH_SECRET weak'],
    [{ BERTH_METRICS_TOKEN: 'short' }, 'BERTH_METRICS_TOKEN weak'],
    [{ BERTH_PUBLIC_URL: 'http://berth.example' }, 'BERTH_PUBLIC_URL weak'],
    [{ BERTH_ADMIN_PASSWORD: 'Harbour-9-lights' }, 'BERTH_ADMIN_PASSWORD left-over'],
    [{ BERTH_ALLOW_FAULTS: '1' }, 'BERTH_ALLOW_FAULTS left-over'],
  ])('names what %j leaves to do', (changes, finding) => {
    expect(findings(changes)).toEqual([finding])
  })

  it('tells no value', () => {
    const told = JSON.stringify(listEnvFindings(readEnv({ AUTH_SECRET: 'secret-word'.repeat(4) })))
    expect(told).not.toContain('secret-word')
  })
})
