import { readFile } from 'node:fs/promises'

/** What a process holds for itself, in MB (Linux): the buffers of PostgreSQL and files it has mapped are left out. */
export async function privateMemory(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1_024
}

/** Processor time a process has had so far, in ms (Linux): on a busy machine it says more than the clock. */
export async function processorTime(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/schedstat`, 'utf8')
  return Number(text.split(' ', 1)[0]) / 1_000_000
}
