import { expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import { listStrays, readPool } from '#src/provisioning/server/pool/testing/pool-lab.ts'
import { useBerth } from './testing/use-berth.ts'

const current = useTestDatabase()
const berth = useBerth(current)

it('fills the pool, shows it and empties it, and the log tells of it', async () => {
  const size = modules.length * 2
  expect(await berth('pool', 'fill')).toMatchObject({ code: 0, out: `${size} built, 0 dropped.\n` })
  expect(await readPool(current())).toHaveLength(size)
  const { out } = await berth('pool', 'status', '--json')
  // No process lives here that would take any.
  expect(JSON.parse(out)).toMatchObject({
    size: 0,
    leaving: size,
    day: { warm: 0, cold: 0 },
    lastClaimAt: null,
  })
  expect(await berth('pool', 'drain')).toMatchObject({ code: 0, out: `${size} dropped.\n` })
  expect(await readPool(current())).toEqual([])
  expect(await listStrays(current())).toEqual([])
  const log = await current().inspect(
    `select action, details from platform.audit_log where action like 'pool.%' order by id`,
  )
  expect(log).toEqual([
    { action: 'pool.fill', details: { built: size, dropped: 0 } },
    { action: 'pool.drain', details: { built: 0, dropped: size } },
  ])
})
