import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MAX_BODY } from '../../resources/knowledge-documents.ts'
import { extractText } from './extract-text.ts'
import { runPdfThread } from './run-pdf-thread.ts'
import { LOCKED, writePdf } from './testing/write-pdf.ts'

const PDF = 'application/pdf'

function read(bytes: Buffer, mediaType = PDF) {
  return extractText(new Uint8Array(bytes), mediaType)
}

describe('a PDF', { timeout: 20_000 }, () => {
  it('gives its text, page by page', async () => {
    const { text, message } = await read(
      writePdf([['Parcels are (usually) on time.', 'Second line.'], ['Page two.']]),
    )
    expect([text, message]).toEqual(['Parcels are (usually) on time.\nSecond line.\n\nPage two.', null])
  })

  it.each([
    ['locked', writePdf([['secret']], { trailer: LOCKED }), /password/],
    ['of pictures', writePdf([[], []]), /pictures/],
    ['broken', Buffer.from('%PDF-1.7\nnothing of the kind'), /damaged/],
  ])('that is %s is explained', async (_, bytes, sentence) => {
    const { text, message } = await read(bytes)
    expect(text).toBeNull()
    expect(message).toMatch(sentence)
  })

  it('of which not all fits says so', async () => {
    const page = Array.from(
      { length: 60 },
      () => 'Word after word after word after word after word after word.',
    )
    const { text, message } = await read(writePdf(Array.from({ length: 60 }, () => page)))
    expect(text?.length).toBeLessThanOrEqual(MAX_BODY)
    expect(message).toMatch(/Only the beginning of the 60 pages/)
  })

  it('that unpacks to more than there is room for is given up, and the process goes on', async () => {
    const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024, ' '), { level: 9 })
    const head = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>
endobj
4 0 obj
<< /Length ${bomb.length} /Filter /FlateDecode >>
stream
`
    const bytes = Buffer.concat([
      Buffer.from(head, 'latin1'),
      bomb,
      Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n', 'latin1'),
    ])
    const task = { bytes: new Uint8Array(bytes), maxPages: 1, maxCharacters: 1_000 }
    const bounds = { time: 10_000, growth: 150 * 1024 * 1024 }
    expect(await runPdfThread(task, bounds)).toEqual({ kind: 'too much' })
  })

  it('that takes too long is given up', async () => {
    const task = { bytes: new Uint8Array(writePdf([['a']])), maxPages: 1, maxCharacters: 1_000 }
    expect(await runPdfThread(task, { time: 1, growth: Infinity })).toEqual({ kind: 'too much' })
  })
})

describe('a text file', () => {
  it('is taken as it is, without what texts may not have', async () => {
    const { text } = await read(
      Buffer.from('\uFEFF# Title\r\n\r\n\r\n\r\nText \u0000 <b>ü</b>  \r\nend\n'),
      'text/markdown',
    )
    expect(text).toBe('# Title\n\nText  <b>ü</b>\nend')
  })

  it('must be UTF-8, and not empty', async () => {
    expect((await read(Buffer.from([0x66, 0xfc, 0x72]), 'text/plain')).message).toMatch(/UTF-8/)
    expect((await read(Buffer.from(' \n '), 'text/plain')).message).toMatch(/no text/)
  })
})
