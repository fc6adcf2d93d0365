import { describe, expect, it } from 'vitest'
import type { SceneTip } from '../../scene/scene.ts'
import { seeTips, tipsOnStage } from './tip-times.ts'

const NOW = Date.parse('2026-05-01T20:00:00Z')
const tip = (id: string, secondsAgo: number): SceneTip => ({
  id,
  from: 'Mira',
  amountCents: 500,
  currency: 'EUR',
  message: null,
  at: new Date(NOW - secondsAgo * 1_000).toISOString(),
  isTest: false,
})

describe('tips that stay for a while', () => {
  it('are gone when the page opens long after them', () => {
    const tips = [tip('new', 5), tip('old', 60)]
    const seen = seeTips(undefined, { tips, now: NOW })
    expect(tipsOnStage(tips, { seen, seconds: 30, now: NOW })).toEqual({
      shown: [tips[0]],
      changesIn: 25_000,
    })
  })

  it('are shown in full when they come in, whatever the clock of the page says', () => {
    const late = tip('late', 600)
    const early = tip('early', -600)
    const seen = seeTips(seeTips(undefined, { tips: [], now: NOW }), { tips: [late, early], now: NOW })
    expect(tipsOnStage([late, early], { seen, seconds: 30, now: NOW + 29_000 }).shown).toHaveLength(2)
    expect(tipsOnStage([late, early], { seen, seconds: 30, now: NOW + 30_000 })).toEqual({
      shown: [],
      changesIn: undefined,
    })
  })

  it('stay for ever when nothing else is said', () => {
    const tips = [tip('old', 86_400)]
    const seen = seeTips(undefined, { tips, now: NOW })
    expect(tipsOnStage(tips, { seen, seconds: 0, now: NOW })).toEqual({ shown: tips, changesIn: undefined })
  })
})
