'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { AnyRecord } from '../procedure-path.ts'
import { FieldCell } from './fields/field-cell.tsx'
import { shownFields } from './form-values.ts'
import type { RecordTarget } from './record-target.ts'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gap: '4',
    '& dt': { textStyle: 'label', color: 'fg.muted', mb: '0.5' },
    '& dd': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  },
})

/** A record to read, for people who may not change it. */
export function RecordFacts({ target, record }: { target: RecordTarget; record: AnyRecord }) {
  return (
    <List>
      {shownFields(target.resource).map(([name, field]) => (
        <div key={name}>
          <dt>{field.label}</dt>
          <dd>
            <FieldCell target={target} name={name} field={field} record={record} whole />
          </dd>
        </div>
      ))}
    </List>
  )
}
