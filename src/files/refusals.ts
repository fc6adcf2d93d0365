import { describeMediaTypes, isMediaType, mediaTypeOfName, type MediaType } from './media-types.ts'
import { describeSize } from './stored-file.ts'

/** What a field takes. `maxBytes` is the size of the largest file. */
export type FileRules = { accept: readonly MediaType[]; maxBytes: number }

/** The sentence about a file that is too large. */
export function tooLargeSentence(maxBytes: number): string {
  return `This file is too large. It may have ${describeSize(maxBytes)} at most.`
}

/** The sentence about a file of a type that is not taken. */
export function wrongTypeSentence(accept: readonly MediaType[]): string {
  return `Files here have to be ${describeMediaTypes(accept)}.`
}

/** The type of a file that a browser is about to send: some know no type for Markdown, so the name decides then. */
export function typeOfFile({ name, type }: { name: string; type: string }): MediaType | undefined {
  const byName = mediaTypeOfName(name)
  return byName === 'text/markdown' || !isMediaType(type) ? byName : type
}

/** Why a file would be refused, as far as it shows before it is sent; undefined when it does not. */
export function findRefusal(
  file: { name: string; type: string; size: number },
  { accept, maxBytes }: FileRules,
): string | undefined {
  const type = typeOfFile(file)
  if (type === undefined || !accept.includes(type)) return wrongTypeSentence(accept)
  if (file.size > maxBytes) return tooLargeSentence(maxBytes)
  return file.size === 0 ? 'This file is empty.' : undefined
}
