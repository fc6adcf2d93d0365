import { Agent, request } from 'node:http'

export type Load = { port: number; path: string; headers: Record<string, string> }

/** Sends `calls` requests, `concurrency` at a time over kept connections. @returns milliseconds of each */
export async function runLoad(load: Load, { calls, concurrency }: { calls: number; concurrency: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  let left = calls
  async function work(): Promise<void> {
    while (left > 0) {
      left -= 1
      const startedAt = performance.now()
      await get(load, agent)
      times.push(performance.now() - startedAt)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: concurrency }, work))
  const perSecond = calls / ((performance.now() - startedAt) / 1_000)
  agent.destroy()
  return { times, perSecond }
}

/** @throws Error for an answer that is no success */
export function get({ port, path, headers }: Load, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, headers, ...(agent ? { agent } : {}) }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        if (res.statusCode === 200) resolve(body)
        else reject(new Error(`${res.statusCode} ${body}`))
      })
    })
    req.once('error', reject)
    req.end()
  })
}
