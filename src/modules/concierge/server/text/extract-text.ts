import { MAX_BODY } from '../../resources/knowledge-documents.ts'
import { runPdfThread } from './run-pdf-thread.ts'

/** The text of a file, with what people should know about it, or why there is none. */
export type Extraction = { text: string; message: string | null } | { text: null; message: string }

const MAX_PAGES = 500
const PDF_BOUNDS = { time: 30_000, growth: 768 * 1024 * 1024 }

const sentences = {
  locked: 'This PDF is locked with a password. Save it without one and upload it again.',
  broken: 'This PDF could not be read; it seems to be damaged. Save it again and upload that.',
  'too much': 'This PDF takes too long to read. Upload a smaller part of it, or paste the text.',
  pictures:
    'This PDF has pictures of pages and no text in it, as scans do. Upload one with text, or type the text in.',
  empty: 'There is no text in this file.',
  characters: 'This file is no text in UTF-8. Save it with that encoding and upload it again.',
}

/**
 * Reads the text of an uploaded file within bounds of pages, length, time and memory.
 * @param mediaType of the file, as its content was found to be
 */
export async function extractText(bytes: Uint8Array, mediaType: string): Promise<Extraction> {
  return mediaType === 'application/pdf' ? extractPdf(bytes) : extractPlain(bytes)
}

function extractPlain(bytes: Uint8Array): Extraction {
  try {
    const text = tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return text === '' ? { text: null, message: sentences.empty } : cut(text, null)
  } catch {
    return { text: null, message: sentences.characters }
  }
}

async function extractPdf(bytes: Uint8Array): Promise<Extraction> {
  const task = { bytes, maxPages: MAX_PAGES, maxCharacters: MAX_BODY }
  const answer = await runPdfThread(task, PDF_BOUNDS)
  if (answer.kind !== 'text') return { text: null, message: sentences[answer.kind] }
  const text = tidy(answer.text)
  if (text === '') return { text: null, message: sentences.pictures }
  return cut(text, answer.isWhole ? null : `of the ${answer.pages} pages`)
}

/** Line ends of one kind, no characters that texts may not have, at most one empty line between others. */
function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g, '')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** As much as a document may have. @param left what was not even read, in words */
function cut(text: string, left: string | null): Extraction {
  if (text.length <= MAX_BODY && left === null) return { text, message: null }
  const kept = text.slice(0, MAX_BODY).toWellFormed().trimEnd()
  const rest = left === null ? '' : ` ${left}`
  const message = `Only the beginning${rest} was taken over: ${MAX_BODY.toLocaleString('en')} characters fit into one document. Upload the rest as further ones.`
  return { text: kept, message }
}
