'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from './live-region.tsx'

const Plain = chakra('button', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    minH: { base: '11', sm: '7' },
    minW: { base: '11', sm: '7' },
    justifyContent: 'center',
    px: '1.5',
    borderRadius: 'md',
    color: 'fg.muted',
    textStyle: 'sm',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { bg: 'bg.muted', color: 'fg' },
  },
})

interface CopyButtonProps {
  value: string
  /** Names the thing, as in "Copy request id". */
  label: string
  /** Shows the label beside the icon. */
  labelled?: boolean
}

/** Copies a value and says so, by a tick for two seconds and to screen readers. */
export function CopyButton({ value, label, labelled = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce('Copied')
    } catch {
      // Refused by the browser (no permission, or a page without https): the value is still there to select.
      announce('Could not copy')
    }
  }

  return (
    <Plain type="button" aria-label={labelled ? undefined : label} title={label} onClick={() => void copy()}>
      <chakra.span color={copied ? 'fg.success' : undefined}>
        {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      </chakra.span>
      {labelled && (copied ? 'Copied' : label)}
    </Plain>
  )
}
