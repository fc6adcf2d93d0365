import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listDestructive } from '#src/db/server/destructive-sql.ts'
import { modules } from '#src/modules/registry.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'

/** Written before there was a mark, and before there was anybody whose code could have been older. */
const BEFORE_THE_MARK = new Set([
  'concierge/0002_search',
  'concierge/0003_files_and_settings',
  'lettings/0002_nights_and_rates',
])
const migrations = [...(await loadModuleMigrations(modules)).values()].flat()
const MODULES = fileURLToPath(new URL('../modules/', import.meta.url))

describe.each(migrations)('migration $set/$name', ({ set, name, breaking, online }) => {
  it('is marked as breaking when older code could not work with what it leaves', async () => {
    const up = await readFile(`${MODULES}${set}/migrations/${name}/up.sql`, 'utf8')
    const found = listDestructive(up)
    if (!BEFORE_THE_MARK.has(`${set}/${name}`)) expect(breaking ? [] : found).toEqual([])
    else expect(found).not.toEqual([])
  })

  it('keeps what cannot run in a transaction for files marked as online', async () => {
    const up = await readFile(`${MODULES}${set}/migrations/${name}/up.sql`, 'utf8')
    expect(/^[^-]*\bconcurrently\b/im.test(up)).toBe(online !== undefined)
  })
})
