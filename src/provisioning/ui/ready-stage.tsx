'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { totalMs } from './run-phase.ts'
import type { StageProps } from './run-stage.tsx'
import { useHandOff } from './use-hand-off.ts'
import { markOpened } from './watch-token.ts'

/** Long enough to see that it is done, short enough not to wait. */
const PAUSE_MS = 2_500

/** Runs along the foot of the button while it is about to be taken by itself. */
const Fuse = chakra('span', {
  base: {
    position: 'absolute',
    insetInline: '0',
    bottom: '0',
    h: '3px',
    bg: 'currentColor',
    opacity: '0.6',
    transformOrigin: 'left',
    transitionProperty: 'transform',
    transitionTimingFunction: 'linear',
    _starting: { transform: 'scaleX(0)' },
  },
})

/** Done: the time it took and the way in. In the tab of the sign-up the way is taken by itself, unless stopped. */
export function ReadyStage({ watch, token }: StageProps) {
  const { run, tenant } = watch
  const { open, busy, problem } = useHandOff(watch, token)
  const [goesByItself, setGoesByItself] = useState(() => token?.fresh === true && !prefersStillness())
  const isAboutToGo = goesByItself && !busy && !problem
  const total = run && totalMs(run)

  useEffect(() => {
    if (!isAboutToGo) return
    announce('Opening your workspace in a moment.')
    const timer = setTimeout(() => void open(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isAboutToGo, open])

  function stay(): void {
    setGoesByItself(false)
    if (run) markOpened(run.id)
  }

  return (
    <chakra.div display="grid" gap="4" animation="rise">
      <chakra.p textStyle="lg">
        Ready in{' '}
        <chakra.strong fontWeight="semibold" fontVariantNumeric="tabular-nums">
          {total === undefined ? 'no time' : formatDuration(total)}
        </chakra.strong>
        . {problem}
      </chakra.p>
      <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="5" rowGap="2">
        {problem ? (
          <Button asChild size="lg" w={{ base: '100%', sm: 'auto' }}>
            <a href={`${tenant?.workspaceUrl ?? ''}/login`}>Sign in to your workspace</a>
          </Button>
        ) : (
          <Button
            size="lg"
            overflow="hidden"
            aria-busy={busy || undefined}
            onClick={() => void open()}
            w={{ base: '100%', sm: 'auto' }}
          >
            {busy && <Spinner />}
            Open your workspace
            {!busy && <ArrowRight size={18} aria-hidden />}
            {isAboutToGo && <Fuse style={{ transitionDuration: `${PAUSE_MS}ms` }} />}
          </Button>
        )}
        {isAboutToGo && (
          <chakra.p color="fg.muted">
            Opening by itself.{' '}
            <Button variant="plain" minH="11" textDecoration="underline" onClick={stay}>
              Stay here
            </Button>
          </chakra.p>
        )}
      </chakra.div>
    </chakra.div>
  )
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
