import type { OverlayScene } from '../../scene/scene.ts'

type Shown = Pick<OverlayScene, 'goals' | 'tips' | 'leaderboards' | 'texts'>

const NOON = '2026-01-01T12:00:00.000Z'

const example: Shown = {
  goals: [
    { id: 'example-1', label: 'New microphone', current: 14_300, target: 20_000, unit: 'money' },
    { id: 'example-2', label: 'Subscribers this month', current: 248, target: 250, unit: 'count' },
  ],
  tips: [
    tipOf('example-1', { from: 'mira', amountCents: 2_500, message: 'For the new microphone!' }),
    tipOf('example-2', { from: 'nightowl', amountCents: 500, message: null }),
  ],
  leaderboards: {
    daily: leadersOf(['nightowl', 420], ['mira', 380], ['captain', 310], ['foxy', 290], ['jonas', 120]),
    allTime: leadersOf(
      ['captain', 142_000],
      ['nightowl', 98_400],
      ['mira', 76_120],
      ['jonas', 51_300],
      ['foxy', 9_870],
    ),
  },
  texts: [{ id: 'example-1', content: 'Type !drop in the chat to open a treasure' }],
}

/**
 * A scene in which nothing is empty: what there is, and examples where there is nothing yet, so that a look can be
 * chosen before the first stream.
 */
export function withExamples(scene: OverlayScene): { scene: OverlayScene; hasExamples: boolean } {
  const { goals, tips, leaderboards, texts } = scene
  const hasLeaders = leaderboards.daily.length + leaderboards.allTime.length > 0
  const hasExamples = goals.length === 0 || tips.length === 0 || texts.length === 0 || !hasLeaders
  return {
    hasExamples,
    scene: {
      ...scene,
      goals: goals.length > 0 ? goals : example.goals,
      tips: tips.length > 0 ? tips : example.tips.map((tip) => ({ ...tip, currency: scene.currency })),
      leaderboards: hasLeaders ? leaderboards : example.leaderboards,
      texts: texts.length > 0 ? texts : example.texts,
    },
  }
}

function tipOf(id: string, tip: { from: string; amountCents: number; message: string | null }) {
  return { id, currency: 'EUR', at: NOON, isTest: false, ...tip }
}

function leadersOf(...leaders: [string, number][]) {
  return leaders.map(([name, points]) => ({ id: name, name, points }))
}
