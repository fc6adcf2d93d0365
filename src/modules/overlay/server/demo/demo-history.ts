import { demoMessages } from './demo-records.ts'

type At = { viewer: number; at: Date }
export type DemoEvent = At &
  (
    | { kind: 'points'; amount: number; source: 'chat' | 'watch' | 'sub' | 'gift' }
    | { kind: 'drop'; score: number }
    | { kind: 'tip'; amountCents: number; message: string | null }
    | { kind: 'purchase' }
  )

const DAYS = 8
const HOUR_MS = 3_600_000
const STREAM_HOURS = 4

/** A week of streams of four hours, the last of them going on now. The loudest viewers come first. */
export function listDemoEvents(
  now: Date,
  { viewers, random }: { viewers: number; random: () => number },
): DemoEvent[] {
  const events: DemoEvent[] = []
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    const end = now.getTime() - daysAgo * 24 * HOUR_MS
    const moment = () => new Date(end - Math.floor(random() * STREAM_HOURS * HOUR_MS))
    for (let viewer = 0; viewer < viewers; viewer += 1) {
      const share = 1 - viewer / (viewers + 2)
      if (random() > share + 0.15) continue
      events.push({
        kind: 'points',
        viewer,
        at: moment(),
        amount: 20 + Math.floor(60 * share),
        source: 'watch',
      })
      events.push({
        kind: 'points',
        viewer,
        at: moment(),
        amount: 5 + Math.floor(random() * 40 * share),
        source: 'chat',
      })
      if (random() < 0.08) events.push({ kind: 'points', viewer, at: moment(), amount: 500, source: 'sub' })
      for (let drop = 0; drop < 3 * share; drop += 1) {
        events.push({ kind: 'drop', viewer, at: moment(), score: Math.floor(random() * 101) })
      }
      if (random() < 0.12) {
        const message = demoMessages[Math.floor(random() * demoMessages.length)] ?? null
        events.push({
          kind: 'tip',
          viewer,
          at: moment(),
          amountCents: 200 + Math.floor(random() * 18) * 100,
          message,
        })
      }
      if (random() < 0.3) events.push({ kind: 'purchase', viewer, at: moment() })
    }
  }
  return events.toSorted((left, right) => left.at.getTime() - right.at.getTime())
}
