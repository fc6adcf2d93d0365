import { spawnSync } from 'node:child_process'
import { expect, test } from './fixtures/test.ts'
import { createDataDir, environmentWith, startBerth } from './fixtures/berth-process.ts'
import { siteAt } from './fixtures/site.ts'

test.describe('start-up', () => {
  test.skip(({ isMobile }) => isMobile, 'not a matter of the screen')

  test('starts again after an orderly stop and after a kill, with everything still there', async () => {
    test.setTimeout(180_000)
    const dataDir = await createDataDir()
    let berth = await startBerth({ dataDir: dataDir.path })
    try {
      expect(berth.output()).toMatch(/First administrator, shown once: admin@berth\.localhost +\S+/)
      const { tenantId, watchToken } = await siteAt(berth.port).signUp()
      for (const end of ['stop', 'kill'] as const) {
        await berth[end]()
        berth = await startBerth({ dataDir: dataDir.path, port: berth.port })
        expect(berth.output()).not.toContain('First administrator')
        const answer = await fetch(`http://127.0.0.1:${berth.port}/api/v1/tenants/${tenantId}/status`, {
          headers: { 'x-watch-token': watchToken },
        })
        expect(await answer.json()).toMatchObject({ status: 'trial' })
      }
    } finally {
      await berth.stop()
      await dataDir.remove()
    }
  })

  for (const [name, environment, sentence] of [
    ['a bad variable', { BERTH_DOMAIN: 'no spaces allowed' }, /BERTH_DOMAIN: must be a host name/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://berth@127.0.0.1:9/berth' },
      /No database answers/,
    ],
    [
      'a rehearsed fault in production',
      { NODE_ENV: 'production', BERTH_FAULT: 'seed:before' },
      /refused in production/,
    ],
  ] as const) {
    test(`says in one sentence what is wrong with ${name}`, async () => {
      const dataDir = await createDataDir()
      await expect(startBerth({ dataDir: dataDir.path, environment })).rejects.toThrow(sentence)
      await dataDir.remove()
    })
  }

  test('says which port is taken', async ({ site }) => {
    const dataDir = await createDataDir()
    const taken = Number(new URL(site.apex).port)
    // The health check would be answered by the other Berth; so the process itself is what is looked at.
    const { status, stderr } = spawnSync('node_modules/.bin/node', ['src/server/start.ts'], {
      env: environmentWith({ PORT: String(taken), BERTH_DATA_DIR: dataDir.path, NODE_ENV: '' }),
    })
    expect(status).toBe(1)
    expect(stderr.toString()).toContain('The port is taken by another program.')
    await dataDir.remove()
  })
})
