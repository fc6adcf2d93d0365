import { chakra } from '@chakra-ui/react/styled-system'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { RolloutDetails } from '../../rollouts.ts'
import { MigrationName } from './migration-name.tsx'
import { MigrationMarks } from './migration-marks.tsx'

const List = chakra('ol', { base: { listStyle: 'none', display: 'grid', gap: '2' } })
const Row = chakra('li', {
  base: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '2', rowGap: '1', minW: '0' },
})

/** What it applies, or takes back, in that order. */
export function RolloutMigrations({ marks, direction }: Pick<RolloutDetails, 'marks' | 'direction'>) {
  return (
    <Panel title="Migrations" description={direction === 'up' ? undefined : 'Taken back, the newest first'}>
      <List aria-label="Migrations">
        {(direction === 'up' ? marks : marks.toReversed()).map((mark) => (
          <Row key={mark.id}>
            <MigrationName id={mark.id} />
            <MigrationMarks {...mark} />
          </Row>
        ))}
      </List>
    </Panel>
  )
}
