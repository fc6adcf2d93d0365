'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'

const Box = chakra('div', {
  base: {
    display: 'flex',
    gap: '3',
    p: '4',
    borderWidth: '1px',
    borderRadius: 'panel',
    _icon: { flexShrink: '0', mt: '0.5' },
  },
  variants: {
    tone: {
      error: { bg: 'bg.error', borderColor: 'red.border', _icon: { color: 'fg.error' } },
      warning: { bg: 'bg.warning', borderColor: 'amber.border', _icon: { color: 'fg.warning' } },
    },
  },
  defaultVariants: { tone: 'error' },
})

interface NoticeProps {
  tone?: 'error' | 'warning'
  title: string
  children?: ReactNode
  /** Buttons below the words. */
  actions?: ReactNode
}

/** A box inside a form that says what stands in the way. */
export function FormNotice({ tone = 'error', title, children, actions }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  // It stands at the head of the form, and the button that led to it may be far below.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <Box ref={box} role="alert" tone={tone}>
      <CircleAlert size={18} aria-hidden />
      <chakra.div minW="0">
        <chakra.p fontWeight="semibold">{title}</chakra.p>
        {children && (
          <chakra.div color="fg.muted" textStyle="sm">
            {children}
          </chakra.div>
        )}
        {actions && (
          <chakra.div display="flex" flexWrap="wrap" gap="2" mt="3">
            {actions}
          </chakra.div>
        )}
      </chakra.div>
    </Box>
  )
}
