import { describe, expect, it } from 'vitest'
import { findRefusal, typeOfFile } from './refusals.ts'
import { describeSize } from './stored-file.ts'

const rules = { accept: ['application/pdf', 'text/markdown'], maxBytes: 2_000_000 } as const

describe('before a file is sent', () => {
  it.each([
    [{ name: 'scan.pdf', type: 'application/pdf', size: 10 }, undefined],
    [{ name: 'notes.md', type: '', size: 10 }, undefined],
    [{ name: 'notes.md', type: 'text/plain', size: 10 }, undefined],
    [{ name: 'notes.txt', type: 'text/plain', size: 10 }, 'Files here have to be PDF or Markdown.'],
    [{ name: 'page.html', type: 'text/html', size: 10 }, 'Files here have to be PDF or Markdown.'],
    [{ name: 'scan.pdf', type: 'application/pdf', size: 0 }, 'This file is empty.'],
    [
      { name: 'scan.pdf', type: 'application/pdf', size: 2_000_001 },
      'This file is too large. It may have 1.9 MB at most.',
    ],
  ])('%j is told %j', (file, expected) => {
    expect(findRefusal(file, rules)).toBe(expected)
  })

  it('the type the browser names counts, and without one the ending', () => {
    expect(typeOfFile({ name: 'photo', type: 'image/png' })).toBe('image/png')
    expect(typeOfFile({ name: 'photo.JPEG', type: '' })).toBe('image/jpeg')
    expect(typeOfFile({ name: 'photo', type: 'image/svg+xml' })).toBeUndefined()
  })

  it('sizes are told in words', () => {
    expect([1, 900_000, 1_572_864, 10_485_760].map(describeSize)).toEqual([
      '1 kB',
      '879 kB',
      '1.5 MB',
      '10 MB',
    ])
  })
})
