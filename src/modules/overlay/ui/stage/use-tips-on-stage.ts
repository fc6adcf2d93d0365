'use client'

import { useEffect, useRef, useState } from 'react'
import type { SceneTip } from '../../scene/scene.ts'
import { seeTips, tipsOnStage, type FirstSeen } from './tip-times.ts'

/** The tips to be seen at the moment, newest first; each goes by itself when its time is over. */
export function useTipsOnStage(
  tips: readonly SceneTip[],
  { rows, seconds }: { rows: number; seconds: number },
): readonly SceneTip[] {
  const seen = useRef<FirstSeen>(undefined)
  const [shown, setShown] = useState<readonly SceneTip[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    seen.current = seeTips(seen.current, { tips, now: Date.now() })
    const firstSeen = seen.current
    function look(): void {
      const next = tipsOnStage(tips.slice(0, rows), { seen: firstSeen, seconds, now: Date.now() })
      setShown(next.shown)
      if (next.changesIn !== undefined) timer = setTimeout(look, next.changesIn)
    }
    queueMicrotask(look)
    return () => clearTimeout(timer)
  }, [tips, rows, seconds])
  return shown
}
