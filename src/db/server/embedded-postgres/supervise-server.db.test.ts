import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import {
  createServerFolder,
  getServerPid,
  killServer,
  queryServer,
  removeServerFolder,
} from './testing/server-folder.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await createServerFolder()
})
afterEach(() => removeServerFolder(dataDir))

describe('an embedded server that ends by itself', () => {
  it('is started again on its port with its data, as often as it takes, until it is given back', async () => {
    const lines: string[] = []
    const onRestart = (line: string) => void lines.push(line)
    const server = await startEmbeddedPostgres({ dataDir, durable: false, onRestart })
    await queryServer(server.url, 'create table kept (id int)')
    const pids = new Set<number | undefined>()
    for (let round = 0; round < 2; round += 1) {
      pids.add(await getServerPid(join(dataDir, 'pgdata')))
      await killServer(join(dataDir, 'pgdata'))
      await expect
        .poll(() => queryServer(server.url, 'select from kept').catch(String), { timeout: 20_000 })
        .toEqual([])
    }
    expect(pids.size).toBe(2)
    const listReturns = () => lines.filter((line) => line.startsWith('the database is back'))
    await expect.poll(listReturns).toHaveLength(2)
    await server.release()
    expect(await getServerPid(join(dataDir, 'pgdata'))).toBeUndefined()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await getServerPid(join(dataDir, 'pgdata'))).toBeUndefined()
  })
})
