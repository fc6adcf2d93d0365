let leaving = false

/** Says that the person is on their way out by their own wish, so that the end of their session is no news. */
export function markLeaving(isLeaving: boolean): void {
  leaving = isLeaving
}

/** Whether the person is signing out right now. */
export function isLeaving(): boolean {
  return leaving
}
