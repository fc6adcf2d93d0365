'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { RunEvent, RunSnapshot } from '#src/provisioning/run.ts'
import { FLEET } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { calm, movesNumbers, takeOpenRuns, takePulse, type FleetPulse } from './fleet-pulse.ts'

/**
 * The fleet's runs, counted as they happen; undefined until the first answer.
 * @param onMoved called when the numbers of the page are others
 */
export function useFleetPulse(onMoved: () => void): FleetPulse | undefined {
  const [pulse, setPulse] = useState<FleetPulse>()
  const moved = useEffectEvent(onMoved)
  useEffect(
    () =>
      watchLive(
        { topic: FLEET },
        {
          onSnapshot: (snapshot) => {
            setPulse((before) => takeOpenRuns(before ?? calm, snapshot as readonly RunSnapshot[]))
          },
          onEvents: (stored) => {
            // The server's contract vouches for the type.
            const events = stored as readonly RunEvent[]
            setPulse((before) => before && takePulse(before, events))
            if (movesNumbers(events)) moved()
          },
          onStatus: () => undefined,
        },
      ),
    [],
  )
  return pulse
}
