import { createServer } from 'node:net'

/** @returns the port, or undefined when it is taken; 0 asks the system for any free one */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** A free TCP port on 127.0.0.1: the preferred one when nobody listens there. Another program may still be faster. */
export async function getFreePort(preferred?: number): Promise<number> {
  const port = (preferred && (await tryPort(preferred))) || (await tryPort(0))
  if (!port) throw new Error('no free TCP port on 127.0.0.1')
  return port
}
