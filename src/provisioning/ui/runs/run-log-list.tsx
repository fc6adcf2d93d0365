'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatClockTime } from '#src/ui/format/dates.ts'
import { formatDuration } from '#src/ui/format/durations.ts'
import type { RunEvent } from '../../run.ts'
import type { RunLog } from './run-log.ts'
import { describeEvent } from './run-words.ts'

const List = chakra('ol', {
  base: { listStyle: 'none', m: '0', maxH: '28rem', overflow: 'auto', focusVisibleRing: 'inside' },
})
const Line = chakra('li', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: '7rem minmax(0, 1fr)', sm: '2.5rem 7rem minmax(0, 1fr) auto' },
    columnGap: '3',
    alignItems: 'baseline',
    px: { base: '4', sm: '6' },
    py: '1.5',
    textStyle: 'sm',
    '& + &': { borderTopWidth: '1px' },
    '&[data-tone=bad]': { color: 'fg.error' },
  },
})
const Mono = chakra('span', {
  base: { fontFamily: 'mono', textStyle: 'xs', color: 'fg.muted', fontVariantNumeric: 'tabular-nums' },
})

/** Everything a run has told, in order, with the time to the millisecond. */
export function RunLogList({ log, label }: { log: RunLog; label: string }) {
  const { timeZone } = useFormatSettings()
  return (
    <List aria-label={label} tabIndex={0}>
      {log.map((event) => (
        <LogLine key={event.seq} event={event} timeZone={timeZone} />
      ))}
    </List>
  )
}

function LogLine({ event, timeZone }: { event: RunEvent; timeZone: string }) {
  const { seq, type, at, payload } = event
  const detail = payload.message ?? payload.error?.message
  return (
    <Line data-seq={seq} data-tone={type.endsWith('failed') ? 'bad' : undefined}>
      <Mono hideBelow="sm" textAlign="end">
        {seq}
      </Mono>
      <Mono asChild>
        <time dateTime={at}>{formatClockTime(at, timeZone)}</time>
      </Mono>
      <chakra.span overflowWrap="anywhere">
        {describeEvent(event)}
        {detail && <chakra.span color="fg.muted"> · {detail}</chakra.span>}
      </chakra.span>
      <Mono hideBelow="sm">
        {payload.durationMs === undefined
          ? ''
          : payload.durationMs < 1
            ? '< 1 ms'
            : formatDuration(payload.durationMs)}
      </Mono>
    </Line>
  )
}
