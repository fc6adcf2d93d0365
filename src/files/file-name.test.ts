import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundFileName } from './file-name.ts'

describe('the name of a file', () => {
  it.each([
    ['Certificate 2026.pdf', 'Certificate 2026.pdf'],
    ['REX.PDF', 'REX.pdf'],
    ['Impfpaß – Überblick.pdf', 'Impfpaß – Überblick.pdf'],
    ['予防接種.pdf', '予防接種.pdf'],
    ['setup.exe', 'setup.exe.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'boot.ini.pdf'],
    ['C:\\Users\\ada\\scan.pdf', 'scan.pdf'],
    ['..', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['', 'file.pdf'],
    ['a\0b\r\nc.pdf', 'abc.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['a"; filename="b.html', 'a_; filename=_b.html.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ])('%j becomes %j', (given, expected) => {
    expect(soundFileName(given, 'application/pdf')).toBe(expected)
  })

  it('is short, well-formed and no path, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = soundFileName(given, 'image/jpeg')
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,120}\.(jpg|jpeg)$/u)
        expect(name.length).toBeLessThanOrEqual(120)
        expect(name.isWellFormed()).toBe(true)
        expect(soundFileName(name, 'image/jpeg')).toBe(name)
      }),
    )
  })
})
