'use client'

import { Drawer } from '#src/ui/feedback/drawer.tsx'
import type { OutboxMail } from '../../outbox.ts'
import { MailContent } from './mail-content.tsx'
import { MailBadge } from './outbox-columns.tsx'

interface MailDrawerProps {
  /** undefined while the drawer is shut */
  mail: OutboxMail | undefined
  onClose: () => void
}

/** One mail: what it says and how it fared. */
export function MailDrawer({ mail, onClose }: MailDrawerProps) {
  return (
    <Drawer
      open={mail !== undefined}
      onClose={onClose}
      title={mail?.subject ?? ''}
      description={mail && `To ${mail.to}`}
      aside={mail && <MailBadge state={mail.state} />}
      size="lg"
    >
      {mail && <MailContent key={mail.id} mail={mail} />}
    </Drawer>
  )
}
