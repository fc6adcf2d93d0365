'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { HealthParts } from '../../health.ts'
import type { Node } from '../../node.ts'
import { PartPanel } from './part-panel.tsx'
import { SmallTable } from './small-table.tsx'

/** The processes of the installation, lost ones too. */
export function ProcessPanel({ part }: { part: HealthParts['processes'] }) {
  return (
    <PartPanel title="Processes" part={part}>
      <SmallTable
        label="All processes"
        heads={['Process', 'State', 'Code', 'Started', 'Last seen']}
        rows={(part.details?.nodes ?? []).map((node) => ({
          id: node.id,
          cells: [
            <ProcessName key="name" node={node} />,
            <ProcessState key="state" node={node} />,
            <ProcessCode key="code" node={node} />,
            <RelativeTime key="started" moment={node.startedAt} passive />,
            <RelativeTime key={node.seenAt} moment={node.seenAt} passive />,
          ],
        }))}
      />
    </PartPanel>
  )
}

function ProcessName({ node: { kind, host, pid } }: { node: Node }) {
  return (
    <>
      <chakra.span fontWeight="medium">{kind === 'web' ? 'Web' : 'Worker'}</chakra.span>
      <chakra.span display="block" fontFamily="mono" textStyle="xs" color="fg.muted">
        {host} {pid}
      </chakra.span>
    </>
  )
}

function ProcessState({ node: { isLost, takesJobs } }: { node: Node }) {
  if (isLost) return <StatusBadge status="failing" label="Lost" />
  return <StatusBadge status={takesJobs ? 'active' : 'ok'} label={takesJobs ? 'Takes jobs' : 'Alive'} />
}

function ProcessCode({ node: { version, commit, runtime } }: { node: Node }) {
  return (
    <chakra.span fontFamily="mono" textStyle="xs" whiteSpace="nowrap">
      {version}
      {commit && ` ${commit.slice(0, 7)}`}
      <chakra.span display="block" color="fg.muted">
        Node {runtime.replace(/^v/, '')}
      </chakra.span>
    </chakra.span>
  )
}
