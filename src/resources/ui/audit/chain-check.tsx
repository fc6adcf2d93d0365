'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ChainProof } from '#src/audit/chain-proof.ts'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'

const Box = chakra('section', {
  base: {
    display: 'flex',
    gap: '4',
    p: { base: '4', sm: '5' },
    mb: '4',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    _icon: { flexShrink: '0', mt: '0.5' },
  },
})
const Hash = chakra('code', { base: { fontFamily: 'mono', textStyle: 'xs', overflowWrap: 'anywhere' } })

/** What a check of the log has found: how much was recomputed, where it ends, and when that was. */
export function ChainCheck({ proof }: { proof: ChainProof }) {
  const { timeZone } = useFormatSettings()
  const { problem, head, seals } = proof
  return (
    <Box role="status" aria-label="Proof">
      <chakra.span color={problem ? 'fg.error' : 'fg.success'}>
        {problem ? <ShieldAlert size={22} aria-hidden /> : <ShieldCheck size={22} aria-hidden />}
      </chakra.span>
      <chakra.div minW="0" display="grid" gap="1">
        <chakra.p fontWeight="semibold">
          {problem ? 'The log does not hold.' : 'Nothing was changed, removed or slipped in.'}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          {problem
            ? `${problem.message}${problem.seq === null ? '' : ` First at entry ${formatNumber(problem.seq)}.`} Tell whoever runs this installation.`
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
      </chakra.div>
    </Box>
  )
}
