'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Resource } from '../../define-resource.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { printValue } from '../fields/print-value.ts'

const Table = chakra('table', {
  base: {
    w: '100%',
    textStyle: 'sm',
    tableLayout: 'fixed',
    '& th, & td': { textAlign: 'start', verticalAlign: 'top', py: '2', pe: '3', overflowWrap: 'anywhere' },
    '& thead th': { color: 'fg.muted', fontWeight: 'medium' },
    '& tbody tr': { borderTopWidth: '1px', borderColor: 'border.muted' },
    '& tbody th': { fontWeight: 'medium' },
  },
})

type Values = Readonly<Record<string, unknown>>

/** Before and after, field by field, in the words of the form. */
export function EntryChanges({ entry, resource }: { entry: AuditRecord; resource: Resource | undefined }) {
  const before = valuesOf(entry.details['before'])
  const after = valuesOf(entry.details['after'])
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => !isEmpty(before?.[name]) || !isEmpty(after?.[name]),
  )
  if (names.length === 0) return null
  return (
    <Table aria-label="What changed">
      <thead>
        <tr>
          <th scope="col">Field</th>
          {before && <th scope="col">Before</th>}
          {after && <th scope="col">After</th>}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{resource?.fields[name]?.label ?? name}</th>
            {before && (
              <chakra.td color="fg.muted">
                <Value name={name} values={before} resource={resource} />
              </chakra.td>
            )}
            {after && (
              <td>
                <Value name={name} values={after} resource={resource} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Value({ name, values, resource }: { name: string; values: Values; resource: Resource | undefined }) {
  const settings = useFormatSettings()
  const field = resource?.fields[name]
  const value = values[name]
  if (isEmpty(value)) return <chakra.span color="fg.muted">empty</chakra.span>
  // The log keeps values as they were stored, ids of references among them.
  const printed = field ? printValue({ name, field, record: values as AnyRecord, ...settings }) : ''
  return <bdi>{printed || (typeof value === 'string' ? value : JSON.stringify(value))}</bdi>
}

function valuesOf(part: unknown): Values | undefined {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? (part as Values) : undefined
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
