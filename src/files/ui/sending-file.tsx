'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'

interface SendingFileProps {
  name: string
  /** how much of it has been sent, 0 to 1 */
  share: number
  onStop: () => void
}

const Bar = chakra('progress', {
  base: {
    appearance: 'none',
    display: 'block',
    w: '100%',
    h: '1.5',
    mt: '1.5',
    bg: 'bg.muted',
    borderRadius: 'full',
    overflow: 'hidden',
    '&::-webkit-progress-bar': { bg: 'bg.muted' },
    '&::-webkit-progress-value': { bg: 'accent' },
    '&::-moz-progress-bar': { bg: 'accent' },
  },
})

/** A file on its way, how far it has come, and the way to stop it. */
export function SendingFile({ name, share, onStop }: SendingFileProps) {
  return (
    <>
      <chakra.div flex="1" minW="40">
        <chakra.bdi display="block" truncate textStyle="sm">
          {name}
        </chakra.bdi>
        <Bar value={share} max={1} aria-label={`Uploading ${name}`} />
      </chakra.div>
      <Button type="button" variant="ghost" size="sm" onClick={onStop}>
        Stop
      </Button>
    </>
  )
}
