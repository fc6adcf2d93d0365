import { expect, it } from 'vitest'
import { csvLine, withoutFormula } from './csv.ts'

it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\rx', '  =cmd|calc'])('marks %j as text', (text) => {
  expect(withoutFormula(text)).toBe(`'${text}`)
})

it.each(['Ada', 'a=b', '', '1-2', "o'clock"])('leaves %j as it is', (text) => {
  expect(withoutFormula(text)).toBe(text)
})

it('quotes what would end a cell or a line', () => {
  expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', 'a;b', ''])).toBe(
    'plain,"a,b","say ""hi""","two\nlines","a;b",\r\n',
  )
})
