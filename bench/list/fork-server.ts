import { fork } from 'node:child_process'

export type ForkedServer = {
  port: number
  pid: number
  /** processor time it has used so far, in ms: a busy machine changes that less than it changes waiting */
  cpuTime: () => Promise<number>
  stop: () => void
}

/** Runs a server of this folder in a process of its own, so that nobody shares its event loop. */
export async function forkServer(name: string, argv: readonly string[]): Promise<ForkedServer> {
  const child = fork(new URL(`${name}.ts`, import.meta.url), argv)
  function nextNumber(): Promise<number> {
    return new Promise((resolve) => child.once('message', (message) => resolve(Number(message))))
  }
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ${name} ended with ${code}.`)))
  })
  // Ending once it is stopped is no failure.
  ended.catch(() => undefined)
  return {
    port: await Promise.race([nextNumber(), ended]),
    pid: child.pid ?? 0,
    cpuTime: () => {
      child.send('cpu')
      return nextNumber()
    },
    stop: () => child.disconnect(),
  }
}
