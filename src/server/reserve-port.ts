import { createServer, type AddressInfo } from 'node:net'

/**
 * Holds a port while everything else is prepared.
 * @param port 0 for any free one
 * @throws Error with code EADDRINUSE or EACCES
 */
export async function reservePort(port: number): Promise<{ port: number; release: () => Promise<void> }> {
  const holder = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    holder.once('error', reject)
    holder.listen(port, resolve)
  })
  const { port: held } = holder.address() as AddressInfo
  return {
    port: held,
    release: () => new Promise((resolve) => void holder.close(() => resolve())),
  }
}
