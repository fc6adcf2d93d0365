'use client'

import { ConnectionBanner } from '#src/ui/feedback/connection-banner.tsx'
import type { ConnectionState } from './use-connection.ts'

/** A line above everything while the server cannot be reached: what that means for what somebody has typed. */
export function LostConnectionBanner({ state }: { state: ConnectionState }) {
  return (
    <ConnectionBanner
      state={state === 'away' ? 'reconnecting' : state}
      message={
        state === 'away'
          ? 'The server does not answer. What you typed is kept; save once it is back.'
          : 'You are offline. What you typed is kept; save once you are back.'
      }
    />
  )
}
