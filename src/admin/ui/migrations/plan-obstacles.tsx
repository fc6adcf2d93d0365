import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { TriangleAlert } from 'lucide-react'
import type { MigrationPlan } from '../../migration-plan.ts'

const Box = chakra('div', {
  base: {
    display: 'flex',
    gap: '3',
    mx: { base: '4', sm: '6' },
    mt: '4',
    p: '4',
    borderWidth: '1px',
    borderRadius: 'control',
    bg: 'bg.warning',
    borderColor: 'amber.border',
    '& svg': { flexShrink: '0', mt: '0.5', color: 'fg.warning' },
    '& li': { fontFamily: 'mono', textStyle: 'sm', overflowWrap: 'anywhere' },
    '& ul': { listStyle: 'none', mt: '1' },
  },
})

/** What has to be put right before a rollout can be ordered. */
export function PlanObstacles({ plan: { migrations, nodesBehind } }: { plan: MigrationPlan }) {
  const changed = migrations.filter((one) => one.changed > 0)
  return (
    <>
      {changed.length > 0 && (
        <Obstacle title="Changed after they had been applied" names={changed.map(({ id }) => id)}>
          Nothing is started until these files are as they were. Write what is new as a new migration.
        </Obstacle>
      )}
      {nodesBehind.length > 0 && (
        <Obstacle title="Processes with older code" names={nodesBehind}>
          A breaking migration is missing, and these could not work with what it leaves. Replace them first.
        </Obstacle>
      )}
    </>
  )
}

function Obstacle({
  title,
  names,
  children,
}: {
  title: string
  names: readonly string[]
  children: ReactNode
}) {
  return (
    <Box>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <chakra.p fontWeight="semibold">{title}</chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          {children}
        </chakra.p>
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
    </Box>
  )
}

/** Whether a rollout would be refused as the plan stands. */
export function isBarred({ migrations, nodesBehind }: MigrationPlan): boolean {
  return nodesBehind.length > 0 || migrations.some(({ changed }) => changed > 0)
}
