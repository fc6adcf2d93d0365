import { z } from 'zod'

/** A file as answers tell of it. `size` is in bytes. */
export const storedFile = z.object({
  id: z.guid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().positive(),
})
export type StoredFile = z.infer<typeof storedFile>

/** Largest file where a field says nothing else, in bytes. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024

/** Carries the name of an upload, percent-encoded, as headers hold no other letters. */
export const FILE_NAME_HEADER = 'x-file-name'

/** A size in words: `10 MB`, `640 kB`. */
export function describeSize(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`
}
