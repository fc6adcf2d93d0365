'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Download } from 'lucide-react'
import { describeProblem } from '#src/resources/ui/audit/chain-check.tsx'
import { ProofPanel } from '#src/resources/ui/audit/proof-panel.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { ConsoleProof } from '../../audit-log.ts'
import { TenantLink } from './tenant-link.tsx'
import type { FleetCheck } from './use-fleet-check.ts'

const Track = chakra('progress', {
  base: {
    w: '100%',
    h: '2',
    appearance: 'none',
    borderRadius: 'full',
    overflow: 'hidden',
    bg: 'bg.muted',
    '&::-webkit-progress-bar': { bg: 'bg.muted' },
    '&::-webkit-progress-value': { bg: 'accent' },
    '&::-moz-progress-bar': { bg: 'accent' },
  },
})

/** How the check of all logs goes, and what it has proved: how many hold, and the first that does not. */
export function FleetProof({ check }: { check: FleetCheck }) {
  const { proofs, total, isRunning } = check
  const broken = proofs.filter(({ problem }) => problem !== null)
  const [first] = broken
  const entries = proofs.reduce((sum, proof) => sum + proof.entries, 0)
  const count = `${formatNumber(proofs.length)} of ${formatNumber(Math.max(total, proofs.length))} logs`
  return (
    <ProofPanel holds={!first} title={titleOf({ count, broken: broken.length, isRunning })}>
      {isRunning && <Track value={proofs.length} max={Math.max(total, 1)} aria-label="Logs checked" />}
      {first && <Broken proof={first} />}
      <chakra.p color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
        {formatNumber(entries)} entries recomputed in {count}.
      </chakra.p>
      {!isRunning && (
        <Button variant="outline" size="sm" justifySelf="start" mt="1" onClick={() => saveProof(proofs)}>
          <Download />
          Save the proof
        </Button>
      )}
    </ProofPanel>
  )
}

function Broken({ proof }: { proof: ConsoleProof }) {
  return (
    <chakra.p textStyle="sm">
      First of them: {proof.tenant ? <TenantLink tenant={proof.tenant} /> : 'the platform'}.{' '}
      {proof.problem && describeProblem(proof.problem)}
    </chakra.p>
  )
}

function titleOf({ count, broken, isRunning }: { count: string; broken: number; isRunning: boolean }) {
  if (broken > 0) return broken === 1 ? 'One log does not hold.' : `${formatNumber(broken)} logs do not hold.`
  return isRunning ? `Checking: ${count}` : 'All logs hold: nothing was changed, removed or slipped in.'
}

/** The same file as `berth audit verify --json` writes: a later check there takes it as its witness. */
function saveProof(proofs: readonly ConsoleProof[]): void {
  const file = new Blob([JSON.stringify({ proofs }, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `audit-proof-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
