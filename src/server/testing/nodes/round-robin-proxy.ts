import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A load balancer as simple as they get, for tests: one connection to each server in turn. */
export type Proxy = {
  port: number
  /** how many connections each server was given */
  counts: () => readonly number[]
  close: () => Promise<void>
}

/**
 * Hands each connection to the next server. One that refuses is passed over; a connection whose server dies is cut.
 * @param port 0 for any
 */
export async function startRoundRobinProxy(ports: readonly number[], port = 0): Promise<Proxy> {
  const counts = ports.map(() => 0)
  const open = new Set<Socket>()
  let turn = 0

  function join(client: Socket, triesLeft: number): void {
    if (triesLeft === 0) {
      client.destroy()
      return
    }
    const index = turn % ports.length
    turn += 1
    const server = connect({ port: ports[index] ?? 0, host: '127.0.0.1' })
    server.once('error', () => {
      if (server.connecting || !isConnected) join(client, triesLeft - 1)
      else client.destroy()
    })
    let isConnected = false
    server.once('connect', () => {
      isConnected = true
      counts[index] = (counts[index] ?? 0) + 1
      client.pipe(server)
      server.pipe(client)
      server.once('close', () => client.destroy())
      client.once('close', () => server.destroy())
    })
  }

  const proxy = createServer((client) => {
    open.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => open.delete(client))
    join(client, ports.length)
  })
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    counts: () => counts,
    close: async () => {
      for (const client of open) client.destroy()
      await new Promise<void>((resolve) => void proxy.close(() => resolve()))
    },
  }
}
