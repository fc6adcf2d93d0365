/** The people of a chat, loudest first. */
export const demoViewers = [
  { username: 'NightOwl', country: 'Germany', voice: 'Nova' },
  { username: 'pixel_pirate', country: 'Portugal', voice: 'Echo' },
  { username: 'SaltyDog', country: 'United Kingdom' },
  { username: 'MarenOnDeck', country: 'Norway' },
  { username: 'tidepool', country: 'Canada' },
  { username: 'CaptainCrumb', country: 'France', voice: 'Onyx' },
  { username: 'lurkwood', country: 'Poland' },
  { username: 'BellBuoy', country: 'Ireland' },
  { username: 'gullible', country: 'Spain' },
  { username: 'Fjordan', country: 'Denmark' },
  { username: 'knotty', country: 'Netherlands' },
  { username: 'SternLight', country: 'Italy' },
] as const

export const demoPowerups = [
  { name: 'Shield', key: 'shield', emoji: '🛡️', cost: 150, description: 'Keeps the next hit off.' },
  { name: 'Magnet', key: 'magnet', emoji: '🧲', cost: 120, description: 'Pulls a drop to the middle.' },
  { name: 'TNT', key: 'tnt', emoji: '🧨', cost: 300, stock: 25, description: 'Clears the landing.' },
  { name: 'Ghost', key: 'ghost', emoji: '👻', cost: 200, description: 'Falls through others.' },
  {
    name: 'Boost',
    key: 'boost',
    emoji: '🚀',
    cost: 90,
    enabled: false,
    description: 'Comes back next season.',
  },
] as const

export const demoGoals = [
  { label: 'New microphone', targetValue: 300, progress: 'tip-amount' },
  { label: 'Drops this week', targetValue: 250, progress: 'drops' },
  { label: 'Subscribers', currentValue: 184, targetValue: 200, progress: 'manual' },
] as const

export const demoTexts = [
  { content: 'Type !drop to jump', sortOrder: 1 },
  { content: 'Collect points by watching, spend them on powerups with !buy', sortOrder: 2 },
  { content: 'Be kind: the captain reads everything', sortOrder: 3 },
] as const

export const demoMessages = [
  'Love the stream!',
  'For the new microphone',
  'That landing was perfect',
  'Greetings from the night shift',
  null,
] as const
