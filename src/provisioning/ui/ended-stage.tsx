'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { StageProps } from './run-stage.tsx'

/** The run was given up by its owner, or taken back by the people who run the platform. */
export function EndedStage({ watch, phase }: StageProps & { phase: 'cancelled' | 'rolled-back' }) {
  const { tenant } = watch
  return (
    <>
      <chakra.p color="fg.muted" maxW="reading">
        {phase === 'cancelled'
          ? `Nothing is left behind, and the address ${tenant?.subdomain ?? ''} is free again. What you typed is still in this tab.`
          : 'The people who run this platform have taken the workspace back, with everything in it. Please ask them before you sign up again.'}
      </chakra.p>
      <div>
        <Button asChild>
          <NextLink href="/signup">
            {phase === 'cancelled' ? 'Back to the sign-up' : 'Create another workspace'}
          </NextLink>
        </Button>
      </div>
    </>
  )
}
