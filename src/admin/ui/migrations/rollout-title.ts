import type { Rollout } from '../../rollouts.ts'

type Ordered = Pick<Rollout, 'direction' | 'target' | 'migrations'>

/** What a rollout is about, in one line. */
export function titleRollout({ direction, target, migrations }: Ordered): string {
  if (target && 'module' in target) return `Back to ${target.module}/${target.to}`
  const named = nameMigrations(migrations)
  return direction === 'up' ? named : `Take back ${named}`
}

function nameMigrations(migrations: readonly string[]): string {
  const [first = 'no migration'] = migrations
  if (migrations.length < 2) return first
  const modules = [...new Set(migrations.map((id) => id.split('/')[0]))]
  const whose = modules.length > 2 ? `${modules.length} modules` : modules.join(' and ')
  return `${migrations.length} migrations of ${whose}`
}
