/** Where points come from and go to, with the words people see. */
export const pointSources = {
  chat: 'Chat',
  watch: 'Watching',
  drop: 'Drop',
  sub: 'Subscription',
  gift: 'Gift',
  renewal: 'Renewal',
  tip: 'Tip',
  admin: 'By hand',
  spend: 'Spent',
  gamble: 'Gamble',
  duel: 'Duel',
} as const

export type PointSource = keyof typeof pointSources
export const pointSourceNames = Object.keys(pointSources) as [PointSource, ...PointSource[]]
