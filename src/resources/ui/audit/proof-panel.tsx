'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'

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

interface ProofPanelProps {
  holds: boolean
  title: string
  children: ReactNode
}

/** What a check of logs has found, as a sign and a sentence. */
export function ProofPanel({ holds, title, children }: ProofPanelProps) {
  return (
    <Box role="status" aria-label="Proof">
      <chakra.span color={holds ? 'fg.success' : 'fg.error'}>
        {holds ? <ShieldCheck size={22} aria-hidden /> : <ShieldAlert size={22} aria-hidden />}
      </chakra.span>
      <chakra.div flex="1" minW="0" display="grid" gap="1">
        <chakra.p fontWeight="semibold">{title}</chakra.p>
        {children}
      </chakra.div>
    </Box>
  )
}
