'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import type { NewOverlayLink } from '../../overlay-link.ts'

const Address = chakra('code', {
  base: {
    display: 'block',
    p: '3',
    bg: 'bg.muted',
    borderRadius: 'control',
    fontFamily: 'mono',
    textStyle: 'sm',
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
})
const Steps = chakra('ol', {
  base: { display: 'grid', gap: '1', ps: '5', listStyleType: 'decimal', color: 'fg.muted', textStyle: 'sm' },
})

/** The address itself, shown this once, and what to do with it. */
export function NewLink({ link, onClose }: { link: NewOverlayLink; onClose: () => void }) {
  return (
    <chakra.div display="grid" gap="4">
      <p role="status">
        <chakra.strong dir="auto">{link.name}</chakra.strong> is ready. Copy the address now and keep it to
        yourself: whoever has it sees your overlay, and it is not shown again.
      </p>
      <Address>{link.url}</Address>
      <chakra.div display="flex" justifyContent="space-between" gap="3">
        <CopyButton value={link.url} label="Copy address" labelled />
        <Button onClick={onClose}>Done</Button>
      </chakra.div>
      <Steps aria-label="In OBS">
        <li>In OBS, add a source of the kind Browser.</li>
        <li>Paste the address as URL; set width 1920 and height 1080.</li>
        <li>Leave the custom CSS as it is: the page is transparent by itself.</li>
      </Steps>
    </chakra.div>
  )
}
