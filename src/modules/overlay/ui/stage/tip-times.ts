import type { SceneTip } from '../../scene/scene.ts'

/** When this page first saw each tip, in milliseconds of its own clock. */
export type FirstSeen = ReadonlyMap<string, number>

/**
 * When the page first saw which tip. The clock of a streaming computer may be minutes off, so a tip that comes in
 * while the page is open counts from its arrival; only those it finds when it opens count from when they were given.
 */
export function seeTips(
  seen: FirstSeen | undefined,
  { tips, now }: { tips: readonly SceneTip[]; now: number },
): FirstSeen {
  return new Map(
    tips.map(({ id, at }) => [
      id,
      seen === undefined ? Math.min(now, Date.parse(at)) : (seen.get(id) ?? now),
    ]),
  )
}

/**
 * The tips that are to be seen now, and in how many milliseconds that changes.
 * @param seconds how long each is shown; 0 for ever
 */
export function tipsOnStage(
  tips: readonly SceneTip[],
  { seen, seconds, now }: { seen: FirstSeen; seconds: number; now: number },
): { shown: SceneTip[]; changesIn: number | undefined } {
  if (seconds === 0) return { shown: [...tips], changesIn: undefined }
  const left = (tip: SceneTip) => (seen.get(tip.id) ?? now) + seconds * 1_000 - now
  const shown = tips.filter((tip) => left(tip) > 0)
  return { shown, changesIn: shown.length === 0 ? undefined : Math.min(...shown.map(left)) }
}
