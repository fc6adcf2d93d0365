'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CalendarX, CirclePause } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { TenantDetails } from '../../tenant-details.ts'
import { RestoreButton } from './danger/restore-button.tsx'

const Box = chakra('section', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4',
    mb: '6',
    px: { base: '4', sm: '6' },
    py: '4',
    borderWidth: '1px',
    borderRadius: 'panel',
  },
  variants: {
    tone: {
      danger: { bg: 'bg.error', borderColor: 'red.border', '& svg': { color: 'fg.error' } },
      warning: { bg: 'bg.warning', borderColor: 'amber.border', '& svg': { color: 'fg.warning' } },
    },
  },
})
const Words = chakra('div', {
  base: { display: 'flex', gap: '3', flex: '1', minW: '16rem', '& > svg': { flexShrink: '0', mt: '0.5' } },
})

/** What everybody has to know about a tenant before anything else: that its end is near, or that it is closed. */
export function TenantNotice({ tenant }: { tenant: TenantDetails }) {
  const { timeZone } = useFormatSettings()
  const { deletionDueAt, status, statusReason, statusChangedAt } = tenant
  if (deletionDueAt !== null) {
    return (
      <Notice
        tone="danger"
        icon={<CalendarX size={20} aria-hidden />}
        title={`To be deleted for good on ${formatDate(deletionDueAt, timeZone, 'dateTime')}`}
        reason={statusReason}
        action={<RestoreButton tenant={tenant} />}
      >
        Its people cannot sign in any more. Until that day everything can be brought back as it was.
      </Notice>
    )
  }
  if (status !== 'suspended') return null
  return (
    <Notice
      tone="warning"
      icon={<CirclePause size={20} aria-hidden />}
      title="Suspended"
      reason={statusReason}
    >
      Nobody can work in it since <RelativeTime moment={statusChangedAt} />. Its records are as they were.
    </Notice>
  )
}

interface NoticeProps {
  tone: 'danger' | 'warning'
  icon: ReactNode
  title: string
  reason: string | null
  action?: ReactNode
  children: ReactNode
}

function Notice({ tone, icon, title, reason, action, children }: NoticeProps) {
  return (
    <Box tone={tone} aria-label={title}>
      <Words>
        {icon}
        <chakra.div minW="0">
          <chakra.p fontWeight="semibold">{title}</chakra.p>
          <chakra.p color="fg.muted" textStyle="sm">
            {children}
          </chakra.p>
          {reason !== null && (
            <chakra.p textStyle="sm" mt="1" overflowWrap="anywhere">
              Reason: <bdi>{reason}</bdi>
            </chakra.p>
          )}
        </chakra.div>
      </Words>
      {action}
    </Box>
  )
}
