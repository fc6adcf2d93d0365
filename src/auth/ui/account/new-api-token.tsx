'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'

const Secret = chakra('code', {
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

interface NewApiTokenProps {
  name: string
  token: string
  onClose: () => void
}

/** The token itself, shown this once. */
export function NewApiToken({ name, token, onClose }: NewApiTokenProps) {
  return (
    <chakra.div display="grid" gap="4">
      <p role="status">
        <chakra.strong dir="auto">{name}</chakra.strong> is ready. Copy it now and keep it like a password: it
        is not shown again.
      </p>
      <Secret>{token}</Secret>
      <chakra.div display="flex" justifyContent="space-between" gap="3">
        <CopyButton value={token} label="Copy token" labelled />
        <Button onClick={onClose}>Done</Button>
      </chakra.div>
      <chakra.p color="fg.muted" textStyle="sm">
        Programs send it in the header <chakra.code fontFamily="mono">Authorization: Bearer …</chakra.code>
      </chakra.p>
    </chakra.div>
  )
}
