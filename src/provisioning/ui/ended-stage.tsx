'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { RetryButton } from './retry-button.tsx'
import type { StageProps } from './run-stage.tsx'
import { useRunMoves } from './use-run-moves.ts'

/** The run was given up by its owner, or taken back by the people who run the platform. */
export function EndedStage({ watch, token }: StageProps) {
  const { tenant, phase } = watch
  const { retry, busy, refusal } = useRunMoves(watch, token)
  const isCancelled = phase === 'cancelled'
  return (
    <>
      <chakra.p color="fg.muted" maxW="reading">
        {isCancelled
          ? `Nothing is left behind, and the address ${tenant?.subdomain ?? ''} is free again. If you signed up in this tab, your answers are still here.`
          : 'The people who run this platform have taken the workspace back, with everything in it. It can be built again, empty, at the same address.'}
        {refusal && (
          <chakra.span display="block" mt="2" color="fg.error">
            {refusal.message}
          </chakra.span>
        )}
      </chakra.p>
      <div>
        {isCancelled ? (
          <Button asChild w={{ base: '100%', sm: 'auto' }}>
            <NextLink href="/signup">Back to the sign-up</NextLink>
          </Button>
        ) : (
          <RetryButton busy={busy} onClick={() => void retry()} />
        )}
      </div>
    </>
  )
}
