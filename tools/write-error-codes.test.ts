import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { errorCodesPage, renderErrorCodes } from './write-error-codes.ts'

it('docs/error-codes.md says what the catalogue says', async () => {
  const remedy = 'Run: npx node tools/write-error-codes.ts'
  expect(await readFile(errorCodesPage, 'utf8'), remedy).toBe(await renderErrorCodes())
})
