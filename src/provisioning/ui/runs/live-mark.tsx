'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { LiveStatus } from '#src/realtime/topic-watch.ts'
import { useSlowly } from '../use-slowly.ts'

const Dot = chakra('span', {
  base: { boxSize: '2', borderRadius: 'full', bg: 'green.solid', '&[data-away]': { bg: 'fg.subtle' } },
})

/** Whether what is shown moves by itself at this moment; short breaks are not worth a word. */
export function LiveMark({ status }: { status: LiveStatus }) {
  const isAway = useSlowly(status !== 'live', 1_500)
  return (
    <chakra.span
      display="inline-flex"
      alignItems="center"
      gap="2"
      textStyle="sm"
      color="fg.muted"
      data-live={status === 'live' || undefined}
    >
      <Dot data-away={isAway || undefined} />
      {isAway ? 'Reconnecting, nothing is lost' : 'Live'}
    </chakra.span>
  )
}
