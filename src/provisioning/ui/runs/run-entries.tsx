'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import type { LiveRun } from '../../live-runs.ts'
import { RunEntry } from './run-entry.tsx'

const List = chakra('ol', { base: { listStyle: 'none', m: '0', mt: '3', borderTopWidth: '1px' } })

interface RunEntriesProps {
  label: string
  runs: readonly LiveRun[]
  total: number
  titleOf: (run: LiveRun) => string
  footerOf?: (run: LiveRun) => ReactNode
  /** Shows more of them; without it there are no more to be had. */
  onMore?: (() => void) | undefined
}

/** Runs as lines with their steps, the newest first. */
export function RunEntries({ label, runs, total, titleOf, footerOf, onMore }: RunEntriesProps) {
  return (
    <>
      <List aria-label={label}>
        {runs.map((run) => (
          <RunEntry key={run.id} run={run} title={titleOf(run)} footer={footerOf?.(run)} />
        ))}
      </List>
      {onMore && runs.length < total && (
        <chakra.div px={{ base: '4', sm: '6' }} py="3" borderTopWidth="1px">
          <Button variant="outline" size="sm" onClick={onMore}>
            Show older runs
          </Button>
        </chakra.div>
      )}
    </>
  )
}
