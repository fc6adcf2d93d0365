'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { runStatusPath } from '#src/provisioning/ui/watch-token.ts'

const Bar = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    px: '4',
    py: '3',
    mb: '8',
    bg: 'accent.subtle',
    borderRadius: 'panel',
  },
})

/** Said to somebody who comes back to the wizard after it has done its work in this tab. */
export function AlreadyCreated({ runId, onStartOver }: { runId: string; onStartOver: () => void }) {
  return (
    <Bar>
      <chakra.p flex="1" minW="60">
        You have already asked for this workspace. Creating it again would need another address.
      </chakra.p>
      <Button asChild size="sm">
        <NextLink href={runStatusPath(runId)}>See its status</NextLink>
      </Button>
      <Button type="button" size="sm" variant="ghost" onClick={onStartOver}>
        Start a new one
      </Button>
    </Bar>
  )
}
