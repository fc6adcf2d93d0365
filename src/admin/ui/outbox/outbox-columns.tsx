import { chakra } from '@chakra-ui/react/styled-system'
import type { MailState } from '#src/mail/mail.ts'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { OutboxMail } from '../../outbox.ts'
import { mailStateLooks, titleOfMail } from './mail-words.ts'

const Brief = chakra('span', {
  base: {
    display: 'block',
    maxW: { sm: '18rem' },
    overflow: { sm: 'hidden' },
    textOverflow: 'ellipsis',
    overflowWrap: 'anywhere',
  },
})

/** To whom, about what, and how it stands. */
export const outboxColumns: readonly DataColumn<OutboxMail>[] = [
  {
    id: 'to',
    header: 'To',
    cell: ({ to }) => <Brief title={to}>{to}</Brief>,
  },
  {
    id: 'subject',
    header: 'Subject',
    cell: ({ subject }) => (
      <Brief title={subject}>
        <bdi>{subject}</bdi>
      </Brief>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <MailBadge state={state} /> },
  { id: 'template', header: 'Kind', hideOnPhone: true, cell: ({ template }) => titleOfMail(template) },
  {
    id: 'tenant',
    header: 'Workspace',
    cell: ({ tenant }) =>
      tenant ? <bdi>{tenant.businessName}</bdi> : <chakra.span color="fg.muted">The platform</chakra.span>,
  },
  {
    id: 'createdAt',
    header: 'Written',
    align: 'end',
    cell: ({ createdAt }) => <RelativeTime moment={createdAt} passive />,
  },
]

export function MailBadge({ state }: { state: MailState }) {
  const { status, word } = mailStateLooks[state]
  return <StatusBadge status={status} label={word} />
}
