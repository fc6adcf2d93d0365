import { recordKeys } from '#src/resources/ui/record-keys.ts'

/** Where the cache keeps what the overlay shows; the pages of the workspace have it without a token. */
export function sceneKey(token?: string) {
  return [...recordKeys.module('overlay'), 'scene', token ?? null] as const
}
