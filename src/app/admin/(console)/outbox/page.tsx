import type { Metadata } from 'next'
import { OutboxScreen } from '#src/admin/ui/outbox/outbox-screen.tsx'

export const metadata: Metadata = { title: 'Outbox' }

/** Mails of all tenants. */
export default function OutboxPage() {
  return <OutboxScreen />
}
