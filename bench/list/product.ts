import { openDatabase } from '#src/db/server/database.ts'
import { startWeb } from '../web-server.ts'
import { reportToParent } from './report-to-parent.ts'

/** A process with nothing but the product in it. Tells its port to the process that forked it. */
const url = process.argv[2] ?? ''
const web = await startWeb({ url, database: openDatabase({ url, maxConnections: 16 }) })
reportToParent(web.port)
