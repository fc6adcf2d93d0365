const WIDTH = 24
const EVERY_MS = 100

/**
 * A bar on the error stream, for people: none when it is not a terminal, so that logs and pipes stay clean.
 * @returns what tells it how far the work is
 */
export function createProgress(label: string): {
  update: (done: number, total: number) => void
  end: () => void
} {
  const { stderr } = process
  let drawnAt = 0
  return {
    update: (done, total) => {
      const now = performance.now()
      if (!stderr.isTTY || (now - drawnAt < EVERY_MS && done < total)) return
      drawnAt = now
      const filled = Math.round((done / Math.max(1, total)) * WIDTH)
      stderr.write(`\r${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done} of ${total}`)
    },
    end: () => {
      if (stderr.isTTY && drawnAt > 0) stderr.write('\r\u001b[K')
    },
  }
}
