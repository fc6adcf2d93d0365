'use client'

import { Button } from '@chakra-ui/react/button'
import { CirclePause, CirclePlay, Layers } from 'lucide-react'
import { useState } from 'react'
import type { BulkAction } from '#src/admin/tenant-bulk.ts'
import { ActivateQuestion } from '../change/activate-question.tsx'
import { PlanQuestion } from '../change/plan-question.tsx'
import { SuspendQuestion } from '../change/suspend-question.tsx'
import { BulkRunDrawer } from './bulk-run-drawer.tsx'
import { countTenants, type BulkJob } from './bulk-texts.ts'

interface BulkActionsProps {
  ids: readonly string[]
  /** Selects these instead: after a change, those for whom it was not done. */
  select: (ids: readonly string[]) => void
}

/** From here on the number has to be typed before all of them are closed. */
const MANY = 10

const buttons = [
  { action: 'suspend', label: 'Suspend', icon: <CirclePause /> },
  { action: 'activate', label: 'Activate', icon: <CirclePlay /> },
  { action: 'plan', label: 'Change plan', icon: <Layers /> },
] as const

/** What can be done to the selected tenants at once. */
export function BulkActions({ ids, select }: BulkActionsProps) {
  const [asking, setAsking] = useState<BulkAction>()
  const [job, setJob] = useState<BulkJob>()
  const question = { what: countTenants(ids.length), onClose: () => setAsking(undefined) }

  return (
    <>
      {buttons.map(({ action, label, icon }) => (
        <Button key={action} variant="outline" size="sm" onClick={() => setAsking(action)}>
          {icon}
          {label}
        </Button>
      ))}
      {asking === 'suspend' && (
        <SuspendQuestion
          {...question}
          typed={ids.length >= MANY ? String(ids.length) : undefined}
          onConfirm={async (reason) => setJob({ action: 'suspend', reason, tenantIds: ids })}
        />
      )}
      {asking === 'activate' && (
        <ActivateQuestion
          {...question}
          onConfirm={async () => setJob({ action: 'activate', tenantIds: ids })}
        />
      )}
      {asking === 'plan' && (
        <PlanQuestion
          {...question}
          current="standard"
          onConfirm={async ({ plan }) => setJob({ action: 'plan', plan, tenantIds: ids })}
        />
      )}
      {job && (
        <BulkRunDrawer
          job={job}
          onClose={(undone) => {
            setJob(undefined)
            select(undone)
          }}
        />
      )}
    </>
  )
}
