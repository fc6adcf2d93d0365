'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { RotateCcw } from 'lucide-react'

/** Starts the run again from nothing. */
export function RetryButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  return (
    <Button aria-busy={busy || undefined} onClick={onClick} w={{ base: '100%', sm: 'auto' }}>
      {busy ? <Spinner /> : <RotateCcw size={16} aria-hidden />}
      Try again
    </Button>
  )
}
