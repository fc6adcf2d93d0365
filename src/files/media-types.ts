/** Types of files that fields may accept, with the endings their names have. The list is closed. */
export const mediaTypes = {
  'application/pdf': { label: 'PDF', extensions: ['pdf'] },
  'image/jpeg': { label: 'JPEG', extensions: ['jpg', 'jpeg'] },
  'image/png': { label: 'PNG', extensions: ['png'] },
  'image/webp': { label: 'WebP', extensions: ['webp'] },
  'text/plain': { label: 'plain text', extensions: ['txt'] },
  'text/markdown': { label: 'Markdown', extensions: ['md', 'markdown'] },
} as const satisfies Record<string, { label: string; extensions: readonly [string, ...string[]] }>

export type MediaType = keyof typeof mediaTypes

/** True when `value` names a type of the list. */
export function isMediaType(value: string): value is MediaType {
  return Object.hasOwn(mediaTypes, value)
}

/** True for types that have no mark at their beginning by which they could be told. */
export function isText(mediaType: MediaType): boolean {
  return mediaType.startsWith('text/')
}

/** The type that goes with the ending of a name; undefined for one that is none of the list. */
export function mediaTypeOfName(name: string): MediaType | undefined {
  const extension = extensionOf(name)
  return (Object.keys(mediaTypes) as MediaType[]).find((type) => extensionsOf(type).includes(extension))
}

/** The ending of a name in small letters, without its dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The endings that names of a type have, the usual one first. */
export function extensionsOf(type: MediaType): readonly string[] {
  return mediaTypes[type].extensions
}

/** Types in words: `PDF, JPEG or PNG`. */
export function describeMediaTypes(types: readonly MediaType[]): string {
  const labels = types.map((type) => mediaTypes[type].label)
  const last = labels.at(-1) ?? ''
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} or ${last}` : last
}
