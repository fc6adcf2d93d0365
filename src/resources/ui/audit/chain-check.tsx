'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ChainProof } from '#src/audit/chain-proof.ts'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { ProofPanel } from './proof-panel.tsx'

const Hash = chakra('code', { base: { fontFamily: 'mono', textStyle: 'xs', overflowWrap: 'anywhere' } })

interface ChainCheckProps {
  proof: ChainProof
  /** whom to tell when it does not hold; nobody when those who are told read it themselves */
  advice?: string
}

/** What a check of the log has found: how much was recomputed, where it ends, and when that was. */
export function ChainCheck({ proof, advice = 'Tell whoever runs this installation.' }: ChainCheckProps) {
  const { timeZone } = useFormatSettings()
  const { problem, head, seals } = proof
  return (
    <ProofPanel
      holds={problem === null}
      title={problem ? 'The log does not hold.' : 'Nothing was changed, removed or slipped in.'}
    >
      <chakra.p color="fg.muted" textStyle="sm">
        {problem
          ? `${describeProblem(problem)} ${advice}`
          : `${formatNumber(proof.entries)} entries recomputed${seals.valid > 0 ? `, ${formatNumber(seals.valid)} daily seals intact` : ''}, ${formatDate(proof.verifiedAt, timeZone, 'exact')}.`}
      </chakra.p>
      {head && (
        <chakra.div display="flex" alignItems="center" gap="2">
          <Hash>
            {head.seq} {head.hash}
          </Hash>
          <CopyButton value={`${head.seq} ${head.hash}`} label="Copy the end of the chain" />
        </chakra.div>
      )}
    </ProofPanel>
  )
}

/** What is wrong with a log, and where it begins. */
export function describeProblem({ message, seq }: NonNullable<ChainProof['problem']>): string {
  return `${message}${seq === null ? '' : ` First at entry ${formatNumber(seq)}.`}`
}
