import { text } from 'node:stream/consumers'
import { tools } from './tools.mjs'

// node drive.mjs <tool>, with {url, schemas, steps: [{ups, concurrency}]} on stdin; prints the seconds of each step.
const { url, schemas, steps } = JSON.parse(await text(process.stdin))
const seconds = []
for (const { ups, concurrency } of steps) {
  const workers = await Promise.all(
    Array.from({ length: concurrency }, () => tools[process.argv[2]](url, ups)),
  )
  const rest = schemas.values()
  const startedAt = performance.now()
  await Promise.all(
    workers.map(async ({ migrate }) => {
      for (const schema of rest) await migrate(schema)
    }),
  )
  seconds.push((performance.now() - startedAt) / 1000)
  await Promise.all(workers.map(({ close }) => close()))
}
process.stdout.write(`${JSON.stringify(seconds)}\n`)
