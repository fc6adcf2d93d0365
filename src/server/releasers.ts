import type { Logger } from '#src/logging/server/logger.ts'

/** What must be given back when the process ends, newest first. */
export type Releasers = {
  add: (name: string, release: () => Promise<void> | void) => void
  /** Gives everything back, each part within its own time; a part that fails does not keep the others. */
  releaseAll: () => Promise<void>
}

/** Longest any one part may take, in milliseconds. */
const PART_MS = 12_000

export function createReleasers(logger: Logger): Releasers {
  const parts: { name: string; release: () => Promise<void> | void }[] = []
  let releasing: Promise<void> | undefined

  async function releaseInOrder(): Promise<void> {
    for (let part = parts.pop(); part; part = parts.pop()) {
      const startedAt = performance.now()
      try {
        await within(PART_MS, Promise.resolve(part.release()))
        logger.debug({ part: part.name, ms: Math.round(performance.now() - startedAt) }, 'released')
      } catch (error) {
        logger.warn({ part: part.name, err: error }, 'could not be released cleanly')
      }
    }
  }

  return {
    add: (name, release) => void parts.push({ name, release }),
    releaseAll: () => (releasing ??= releaseInOrder()),
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms)
  })
  try {
    await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
