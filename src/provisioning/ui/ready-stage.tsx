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

/** Long enough to see that it is done, short enough not to wait. */
const PAUSE_MS = 2_500

/** Done: the time it took and the way in. In the tab of the sign-up the way is taken by itself, unless stopped. */
export function ReadyStage({ watch, token, isOwn }: StageProps & { isOwn: boolean }) {
  const { run, tenant, sawItHappen } = watch
  const { open, busy, problem } = useHandOff(watch, token)
  const [isStaying, setStaying] = useState(false)
  const total = run && totalMs(run)
  const [prefersStillness] = useState(
    () => typeof window !== 'undefined' && window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  const goesByItself = sawItHappen && isOwn && !prefersStillness && !isStaying && !problem

  useEffect(() => {
    if (!goesByItself) return
    announce('Opening your workspace in a moment.')
    const timer = setTimeout(() => void open(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [goesByItself, open])

  return (
    <chakra.div display="grid" gap="4" animation="rise">
      <chakra.p textStyle="lg">
        Ready in{' '}
        <chakra.strong fontFamily="mono" fontWeight="semibold">
          {total === undefined ? '–' : formatDuration(total)}
        </chakra.strong>
        {problem ? `. ${problem}` : '.'}
      </chakra.p>
      <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="4" rowGap="2">
        {problem ? (
          <Button asChild size="lg" w={{ base: '100%', sm: 'auto' }}>
            <a href={`${tenant?.workspaceUrl ?? ''}/login`}>Sign in to your workspace</a>
          </Button>
        ) : (
          <Button
            size="lg"
            aria-busy={busy || undefined}
            onClick={() => void open()}
            w={{ base: '100%', sm: 'auto' }}
          >
            {busy && <Spinner />}
            Open your workspace
            {!busy && <ArrowRight size={18} aria-hidden />}
          </Button>
        )}
        {goesByItself && !busy && (
          <Button variant="plain" minH="11" onClick={() => setStaying(true)}>
            Opening by itself. Stay here
          </Button>
        )}
      </chakra.div>
    </chakra.div>
  )
}
