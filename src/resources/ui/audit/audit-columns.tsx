import { chakra } from '@chakra-ui/react/styled-system'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { Module } from '../../define-module.ts'
import { actorOf, deedOf } from './describe-entry.ts'

/** What happened in words, and when; the rest is there for who looks for it. */
export function auditColumns<Entry extends AuditRecord>(modules: readonly Module[]): DataColumn<Entry>[] {
  return [
    {
      id: 'what',
      header: 'What happened',
      cell: (entry) => (
        <>
          <chakra.bdi fontWeight="semibold">{actorOf(entry)}</chakra.bdi>{' '}
          <chakra.bdi fontWeight="normal">{deedOf(entry, modules)}</chakra.bdi>
        </>
      ),
    },
    {
      id: 'when',
      header: 'When',
      width: '11rem',
      cell: ({ createdAt }) => <RelativeTime moment={createdAt} passive />,
    },
    {
      id: 'action',
      header: 'Action',
      cell: ({ action }) => <chakra.code textStyle="sm">{action}</chakra.code>,
    },
    { id: 'ip', header: 'Address', width: '11rem', hideOnPhone: true, cell: ({ ip }) => ip ?? '' },
  ]
}
