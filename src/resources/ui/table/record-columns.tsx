'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { AnyField } from '../../fields/any-field.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { FieldCell } from '../fields/field-cell.tsx'
import type { RecordTarget } from '../record-target.ts'
import { columnNames } from './list-query.ts'

const times: Record<string, string> = { createdAt: 'Added', updatedAt: 'Changed' }

const Brief = chakra('span', {
  base: {
    display: 'block',
    maxW: { sm: '14rem' },
    overflow: { sm: 'hidden' },
    textOverflow: 'ellipsis',
    overflowWrap: 'anywhere',
  },
})

/** The columns of a resource's table, from its declaration. */
export function recordColumns(target: RecordTarget): DataColumn<AnyRecord>[] {
  return columnNames(target.resource).map((name, index) => {
    const field = target.resource.fields[name]
    if (!field) return timeColumn(name)
    const column = fieldColumn(target, name, field)
    // The first column names the record: the others leave it the room.
    return index === 0 ? column : { ...column, cell: (record) => <Brief>{column.cell(record)}</Brief> }
  })
}

function fieldColumn(target: RecordTarget, name: string, field: AnyField): DataColumn<AnyRecord> {
  return {
    id: name,
    header: field.label,
    cell: (record) => <FieldCell target={target} name={name} field={field} record={record} />,
    sortable: field.sortable,
    align: isNumber(field) ? 'end' : 'start',
  }
}

function timeColumn(name: string): DataColumn<AnyRecord> {
  return {
    id: name,
    header: times[name] ?? name,
    cell: (record) => <RelativeTime moment={String(record[name])} passive />,
    sortable: true,
  }
}

function isNumber(field: AnyField): boolean {
  return field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'money'
}
