const PREFIX = 'berth.watch.'

export type WatchToken = {
  value: string
  /** this tab made the sign-up, rather than having been sent a link */
  own: boolean
}

/** The status page of a run. The token travels in the fragment, which no server and no log ever sees. */
export function runStatusPath(runId: string, watchToken?: string): string {
  return `/signup/status/${runId}${watchToken ? `#${watchToken}` : ''}`
}

/** Keeps the token of a sign-up made in this tab. */
export function keepWatchToken(runId: string, watchToken: string): void {
  try {
    sessionStorage.setItem(PREFIX + runId, watchToken)
  } catch {
    // Storage switched off: the fragment in the address still carries the token.
  }
}

/** The token from the address, or the one this tab keeps; null without either. */
export function readWatchToken(runId: string): WatchToken | null {
  const fromAddress = window.location.hash.slice(1)
  const kept = readKept(runId)
  if (fromAddress) return { value: fromAddress, own: fromAddress === kept }
  return kept ? { value: kept, own: true } : null
}

function readKept(runId: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + runId)
  } catch {
    return null
  }
}
