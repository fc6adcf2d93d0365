import { CircleCheck } from 'lucide-react'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { MigrationPlan } from '../../migration-plan.ts'

/** The best state there is, with what was looked at to say so. */
export function UpToDate({ checked: { tenants, modules, migrations } }: Pick<MigrationPlan, 'checked'>) {
  return (
    <Panel>
      <EmptyState
        icon={<CircleCheck />}
        title="Everything is up to date"
        description={`${count(tenants, 'tenant')} and ${count(modules, 'module')} checked: every schema has what this code has of ${count(migrations, 'migration')}.`}
      />
    </Panel>
  )
}

function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`
}
