import pg from 'pg'
import { executeRollout } from '../execute-rollout.ts'
import { fleetDeps, newFleet } from './small-modules.ts'

// A process that works on a rollout until it is killed: node doomed-migrator.ts <url> <rollout>
const [url = '', rolloutId = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 8, pipeline: true })
process.stdout.write('begins\n')
await executeRollout({ ...fleetDeps({ database: { pool } }, newFleet) }, rolloutId)
await pool.end()
process.stdout.write('done\n')
