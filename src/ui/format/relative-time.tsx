'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'
import { Tooltip } from '../overlay/tooltip.tsx'
import { formatDate, toIso, type Moment } from './dates.ts'
import { useFormatSettings } from './format-settings.tsx'
import { formatRelative, getRelativeRefresh } from './relative.ts'

const Time = chakra('time', {
  base: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

interface RelativeTimeProps {
  moment: Moment
  /** Defaults to that of the nearest `FormatSettingsProvider`. */
  timeZone?: string
  /** Leaves it out of the tab order, for tables where each row would add a stop. The title still tells the exact time. */
  passive?: boolean
}

/** How long ago, kept up to date, with the exact moment on hover and focus. */
export function RelativeTime({ moment, timeZone, passive = false }: RelativeTimeProps) {
  const settings = useFormatSettings()
  const zone = timeZone ?? settings.timeZone
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const wait = getRelativeRefresh(moment, now)
    if (wait === undefined) return
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [moment, now])

  const exact = formatDate(moment, zone, 'exact')
  return (
    <Tooltip text={exact}>
      {(describedBy) => (
        <Time
          dateTime={toIso(moment)}
          tabIndex={passive ? undefined : 0}
          aria-describedby={describedBy}
          // Server and browser may stand a minute apart.
          suppressHydrationWarning
        >
          {formatRelative(moment, { now, timeZone: zone })}
        </Time>
      )}
    </Tooltip>
  )
}
