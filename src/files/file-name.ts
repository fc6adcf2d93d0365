import { extensionOf, extensionsOf, type MediaType } from './media-types.ts'

const MAX_LENGTH = 120
/** Control characters, and those that are not seen but change what is: `gpj.exe` can be made to look like a picture. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu
/** Characters that some system reads as more than a part of a name. */
const SPECIAL = /[<>:"|?*]/g

/**
 * A name that is safe to show and to store under: the last part of a path, without unseen characters, with an
 * ending that belongs to its type. It is never part of a path of ours.
 */
export function soundFileName(given: string, mediaType: MediaType): string {
  const [extension = ''] = extensionsOf(mediaType)
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(UNSEEN, '')
    .replace(SPECIAL, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const own = extensionOf(plain)
  const fits = extensionsOf(mediaType).includes(own)
  const stem = fits ? plain.slice(0, -own.length - 1) : plain
  const ending = `.${fits ? own : extension}`
  return `${shorten(stem, MAX_LENGTH - ending.length) || 'file'}${ending}`
}

/** Whole letters only: a cut must not leave half of one. */
function shorten(text: string, length: number): string {
  return [...text].slice(0, length).join('').slice(0, length).toWellFormed().replaceAll('\uFFFD', '').trim()
}
