import { formatCallError } from '#src/trpc/server/error-formatter.ts'

/** What a caller is answered: `OK`, or a code of the catalogue. */
export function tryCall(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'OK',
    (error: unknown) => formatCallError(error).error.code,
  )
}
