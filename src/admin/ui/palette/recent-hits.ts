import { z } from 'zod'
import type { ConsoleHit } from './palette-results.ts'

/** As many as are still found quicker by looking than by typing. */
const KEPT = 6

const recent = z
  .array(
    z.object({
      id: z.string(),
      kind: z.enum(['tenant', 'run', 'page']),
      label: z.string(),
      detail: z.string(),
      address: z.string().startsWith('/admin'),
    }),
  )
  .max(KEPT)

/** What this person chose last, the newest first; nothing where what was stored cannot be read. */
export function readRecent(text: string): ConsoleHit[] {
  try {
    return recent.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

/** The same with one more choice in front. */
export function withRecent(text: string, { id, kind, label, detail, address }: ConsoleHit): string {
  const others = readRecent(text).filter((hit) => hit.id !== id)
  return JSON.stringify([{ id, kind, label, detail, address }, ...others].slice(0, KEPT))
}
