'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CancelSignUp } from './cancel-sign-up.tsx'
import type { StageProps } from './run-stage.tsx'
import { useRunMoves } from './use-run-moves.ts'
import { useSlowly } from './use-slowly.ts'

/** Usually a run starts within milliseconds; this long (ms) without a start wants a word. */
const PATIENCE_MS = 6_000

/** Said when nobody starts on the run: that it keeps its place, and how to give it up. */
export function WaitingNote({ watch, token }: StageProps) {
  const isLong = useSlowly(watch.phase === 'waiting', PATIENCE_MS)
  const { cancel } = useRunMoves(watch, token)
  if (!isLong) return null
  return (
    <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="4" rowGap="2">
      <chakra.p role="status" flex="1" minW="60" color="fg.muted">
        Nobody has started on it yet. It keeps its place in line, also when you close this page.
      </chakra.p>
      <CancelSignUp businessName={watch.tenant?.businessName} onCancel={cancel} />
    </chakra.div>
  )
}
