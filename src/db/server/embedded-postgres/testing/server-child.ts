import { startEmbeddedPostgres } from '../embedded-postgres.ts'

// A second process for tests: starts the server of the folder given as argument, says how, and releases it when its
// input ends.
const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', durable: false })
process.stdout.write(`${JSON.stringify({ origin: server.origin, url: server.url })}\n`)
process.stdin.on('end', () => void server.release().then(() => process.exit()))
process.stdin.resume()
