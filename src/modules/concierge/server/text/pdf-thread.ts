import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import type { PdfAnswer, PdfTask } from './pdf-answer.ts'

/**
 * Reads the text of a PDF, page by page, until there is enough of it. Runs in a thread of its own: the library is
 * busy without a pause for as long as a page takes.
 */
async function readPdf({ bytes, maxPages, maxCharacters }: PdfTask): Promise<PdfAnswer> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  const pages = Math.min(document.numPages, maxPages)
  const texts: string[] = []
  let length = 0
  for (let number = 1; number <= pages && length <= maxCharacters; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    page.cleanup()
    texts.push(text)
    length += text.length
  }
  return {
    kind: 'text',
    text: texts.join('\n\n'),
    pages: document.numPages,
    isWhole: texts.length === document.numPages,
  }
}

function explain(error: unknown): PdfAnswer {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { kind: 'locked' }
  return { kind: 'broken' }
}

if (parentPort) parentPort.postMessage(await readPdf(workerData as PdfTask).catch(explain))
