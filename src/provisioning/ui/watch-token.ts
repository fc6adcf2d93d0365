const PREFIX = 'berth.watch.'
const OPENED = '.opened'

export type WatchToken = {
  value: string
  /** the sign-up was made in this tab and its workspace has not been opened from it yet */
  fresh: boolean
}

/** The status page of a run. The token travels in the fragment, which no server and no log ever sees. */
export function runStatusPath(runId: string, watchToken?: string): string {
  return `/signup/status/${runId}${watchToken ? `#${watchToken}` : ''}`
}

/** Keeps the token of a sign-up made in this tab. */
export function keepWatchToken(runId: string, watchToken: string): void {
  write(runId, watchToken)
}

/** Forgets a sign-up that was given up. */
export function forgetRun(runId: string): void {
  write(runId, null)
}

/** True for a sign-up made in this tab and not given up since. */
export function isKeptRun(runId: string): boolean {
  return read(runId) !== null
}

/** Remembers that the way into the workspace was taken, or left for later, so that it is not taken by itself again. */
export function markOpened(runId: string): void {
  write(runId + OPENED, 'yes')
}

/** The token from the address, or the one this tab keeps; null without either. */
export function readWatchToken(runId: string): WatchToken | null {
  const kept = read(runId)
  // Next repeats the fragment when it is sent to a page it came from before.
  const value = window.location.hash.split('#')[1] || kept
  if (!value) return null
  return { value, fresh: value === kept && read(runId + OPENED) === null }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, value)
  } catch {
    // Storage switched off: the fragment in the address still carries the token.
  }
}
