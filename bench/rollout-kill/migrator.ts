import { openDatabase } from '#src/db/server/database.ts'
import { executeRollout } from '#src/provisioning/server/rollout/execute-rollout.ts'
import { benchMigration, markingMigration } from '../rollout/bench-migration.ts'
import { rolloutDeps } from '../rollout/roll.ts'

// A process that works on a rollout, as `berth migrations up` does, until it is killed: node migrator.ts <url> <rollout>
const [url = '', rolloutId = ''] = process.argv.slice(2)
const database = openDatabase({ url, maxConnections: 8 })
const deps = await rolloutDeps({ database }, [benchMigration, markingMigration])
process.stdout.write('begins\n')
await executeRollout(deps, rolloutId)
await database.close()
