'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { Segments } from '#src/ui/form/segments.tsx'
import { formatNumber, formatPercent } from '#src/ui/format/numbers.ts'
import { BulkReport } from './bulk-report.tsx'
import { printLines, summariseLines, titleOfJob, type BulkJob } from './bulk-texts.ts'
import { useBulkRun } from './use-bulk-run.ts'

interface BulkRunDrawerProps {
  job: BulkJob
  /** @param undone those for whom it was not done */
  onClose: (undone: string[]) => void
}

const Track = chakra('div', { base: { h: '2', borderRadius: 'full', bg: 'bg.muted', overflow: 'hidden' } })
const Fill = chakra('div', {
  base: { h: '100%', bg: 'accent', transitionProperty: 'width', transitionDuration: 'slow' },
})

/** A change of many tenants while it runs, and its report. */
export function BulkRunDrawer({ job, onClose }: BulkRunDrawerProps) {
  const { lines, isRunning, stop } = useBulkRun(job)
  const [shown, setShown] = useState<'all' | 'undone'>('all')
  const total = job.tenantIds.length
  const undone = lines.filter(({ outcome }) => outcome !== 'done')
  const visible = shown === 'all' ? lines : undone

  // While it runs, Escape and the cross stop it first: what was done so far has to be seen.
  const close = () => (isRunning ? stop() : onClose(undone.map(({ tenantId }) => tenantId)))

  return (
    <Drawer
      open
      onClose={close}
      title={titleOfJob(job)}
      footer={
        <chakra.div display="flex" justifyContent="space-between" alignItems="center" gap="3">
          <CopyButton value={printLines(visible)} label="Copy report" labelled />
          {isRunning ? (
            <Button variant="outline" onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button onClick={close}>Close</Button>
          )}
        </chakra.div>
      }
    >
      <chakra.div display="flex" flexDirection="column" gap="4" h="100%">
        <chakra.div display="grid" gap="2">
          <Track
            role="progressbar"
            aria-label="Progress"
            aria-valuenow={lines.length}
            aria-valuemin={0}
            aria-valuemax={total}
          >
            <Fill style={{ width: `${(lines.length / total) * 100}%` }} />
          </Track>
          <chakra.p fontVariantNumeric="tabular-nums" role="status">
            {isRunning
              ? `${formatNumber(lines.length)} of ${formatNumber(total)}, ${formatPercent(lines.length / total)}`
              : `${summariseLines(lines)}.`}
          </chakra.p>
        </chakra.div>
        <chakra.div>
          <Segments
            label="Which lines"
            options={[
              { value: 'all', label: `All ${formatNumber(lines.length)}` },
              { value: 'undone', label: `Not done ${formatNumber(undone.length)}` },
            ]}
            value={shown}
            onChange={setShown}
          />
        </chakra.div>
        {visible.length > 0 ? (
          <BulkReport lines={visible} />
        ) : (
          <chakra.p color="fg.muted">
            {isRunning ? 'The first answers are on their way.' : 'It was done for all of them.'}
          </chakra.p>
        )}
      </chakra.div>
    </Drawer>
  )
}
