import { fileTypeFromBuffer } from 'file-type'
import { isText, type MediaType } from '../media-types.ts'

/** As much of the beginning as the marks of all types need, in bytes. */
const HEAD_BYTES = 4_100

/** Looks at the bytes of a file as they pass. */
export type ContentCheck = {
  /** @returns false when the file cannot be of its type any more */
  take: (chunk: Uint8Array) => boolean
  /** Whether all that passed is a file of its type. */
  finish: () => Promise<boolean>
}

/**
 * Checks that content is of the type it is said to be: by the mark at its beginning, or, for text, that it has
 * none and is UTF-8 without null characters.
 */
export function createContentCheck(mediaType: MediaType): ContentCheck {
  const head: Uint8Array[] = []
  let headSize = 0
  const text = isText(mediaType) ? createTextCheck() : null
  return {
    take: (chunk) => {
      if (headSize < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - headSize))
      headSize += Math.min(chunk.length, HEAD_BYTES - headSize)
      return text?.take(chunk) ?? true
    },
    finish: async () => {
      const found = await fileTypeFromBuffer(Buffer.concat(head))
      return text ? found === undefined && text.finish() : found?.mime === mediaType
    },
  }
}

function createTextCheck() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isSound = (decode: () => string) => {
    try {
      decode()
      return true
    } catch {
      return false
    }
  }
  return {
    take: (chunk: Uint8Array) => !chunk.includes(0) && isSound(() => decoder.decode(chunk, { stream: true })),
    finish: () => isSound(() => decoder.decode()),
  }
}
