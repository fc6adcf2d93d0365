'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import type { NewCode } from '../../verification.ts'
import { printCountdown } from './countdown.ts'

export type MadeCode = NewCode & { username: string }

const SECOND_MS = 1_000
const Box = chakra('div', {
  base: { display: 'grid', gap: '1', p: '4', bg: 'bg.muted', borderRadius: 'control' },
})
const Digits = chakra('strong', {
  base: { fontFamily: 'mono', textStyle: '2xl', letterSpacing: 'wider', userSelect: 'all' },
})

/** A code, shown this once, for as long as it is worth something. */
export function ViewerCode({ made: { code, username, expiresAt } }: { made: MadeCode }) {
  const [now, setNow] = useState(() => Date.now())
  const left = Date.parse(expiresAt) - now
  const isOver = left <= 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isOver])
  if (isOver) {
    return (
      <Box role="status">
        <span>
          The code for <bdi>{username}</bdi> has run out. Make another one.
        </span>
      </Box>
    )
  }
  return (
    <Box>
      <chakra.span role="status" color="fg.muted" textStyle="sm">
        Code for <bdi>{username}</bdi>, valid once
      </chakra.span>
      <chakra.span display="flex" alignItems="center" gap="3">
        <Digits>{code}</Digits>
        <CopyButton value={code} label="Copy code" />
        {/* Read out once a second it would drown everything else. */}
        <chakra.span ms="auto" role="timer" aria-live="off" fontVariantNumeric="tabular-nums">
          {printCountdown(left)}
        </chakra.span>
      </chakra.span>
    </Box>
  )
}
