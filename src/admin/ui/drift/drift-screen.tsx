'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { DriftState } from '../../drift.ts'
import { CheckButton } from './check-button.tsx'
import { LastCheck } from './last-check.tsx'
import { ReportPanel } from './report-panel.tsx'
import { DRIFT_PAGE, useDrift } from './use-drift.ts'

const Stack = chakra('div', { base: { display: 'grid', gap: '6', gridTemplateColumns: 'minmax(0, 1fr)' } })
const Turner = chakra('nav', {
  base: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '4', textStyle: 'sm' },
})

/** What differs between tenants and what they should be, and putting it right. */
export function DriftScreen() {
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useDrift(page)
  return (
    <>
      <PageHeader
        title="Drift"
        description="Every night all tenants are compared with what this release would build for them."
        aside={data && <CheckButton isRunning={data.running !== null} />}
      />
      <Stack>
        {error && (
          <CallFailure
            title="What the last check found cannot be shown"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        )}
        {data ? (
          <>
            <LastCheck state={data} />
            <Reports reports={data.reports} onPage={setPage} />
          </>
        ) : (
          !error && (
            <Panel>
              <SkeletonRows rows={6} label="Loading the last check" />
            </Panel>
          )
        )}
      </Stack>
    </>
  )
}

function Reports({
  reports: { items, total, page },
  onPage,
}: Pick<DriftState, 'reports'> & { onPage: (page: number) => void }) {
  const pages = Math.ceil(total / DRIFT_PAGE)
  return (
    <>
      {items.map((report) => (
        <ReportPanel key={`${report.schemaName} ${report.findings[0]?.kind ?? ''}`} report={report} />
      ))}
      {pages > 1 && (
        <Turner aria-label="Pages of tenants">
          <Button variant="outline" disabled={page === 1} onClick={() => onPage(page - 1)}>
            Before
          </Button>
          <span>
            {page} of {pages}
          </span>
          <Button variant="outline" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Next
          </Button>
        </Turner>
      )}
    </>
  )
}
