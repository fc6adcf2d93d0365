import { describe, expect, it } from 'vitest'
import type { MediaType } from '../media-types.ts'
import { createContentCheck } from './check-content.ts'
import { sampleFiles } from './testing/sample-files.ts'

async function isOfType(mediaType: MediaType, content: Uint8Array, chunkSize = 7): Promise<boolean> {
  const check = createContentCheck(mediaType)
  for (let at = 0; at < content.length; at += chunkSize) {
    if (!check.take(content.subarray(at, at + chunkSize))) return false
  }
  return check.finish()
}

const { pdf, png, jpeg, text, exe, html, svg } = sampleFiles

describe('content', () => {
  it.each<[MediaType, Uint8Array]>([
    ['application/pdf', pdf],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['text/plain', text],
    ['text/markdown', Buffer.from('# Opening hours\n\nWe open at nine. 🐾\n')],
    ['text/plain', Buffer.from('\uFEFFwith a mark of its order')],
    ['text/plain', Buffer.from('a'.repeat(20_000) + '€')],
  ])('is %s', async (mediaType, content) => {
    for (const chunkSize of [1, 7, 65_536]) expect(await isOfType(mediaType, content, chunkSize)).toBe(true)
  })

  it.each<[string, MediaType, Uint8Array]>([
    ['a program that is called a PDF', 'application/pdf', exe],
    ['a program that is called text', 'text/plain', exe],
    ['a page that is called a PDF', 'application/pdf', html],
    ['a drawing with a script that is called a picture', 'image/png', svg],
    ['a drawing with a script that is called text', 'text/plain', svg],
    ['a picture that is called a PDF', 'application/pdf', png],
    ['a PDF that is called a picture', 'image/jpeg', pdf],
    ['a PDF that is called text', 'text/plain', pdf],
    ['a PDF behind a page', 'application/pdf', Buffer.concat([html, pdf])],
    ['text in another encoding', 'text/plain', Buffer.from('für', 'latin1')],
    ['text in sixteen bits', 'text/plain', Buffer.from('hello', 'utf16le')],
    ['text with half a letter at its end', 'text/plain', Buffer.from('€').subarray(0, 2)],
    ['text with a null character', 'text/markdown', Buffer.from('a\0b')],
    ['nothing', 'image/png', Buffer.alloc(0)],
  ])('is refused: %s', async (_, mediaType, content) => {
    for (const chunkSize of [1, 7, 65_536]) expect(await isOfType(mediaType, content, chunkSize)).toBe(false)
  })
})
