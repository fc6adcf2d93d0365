import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

async function read(path: string): Promise<string> {
  return readFile(new URL(`../${path}`, import.meta.url), 'utf8')
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name)
}

const variables = namesIn(await read('src/env.ts'), /^ {2}([A-Z][A-Z0-9_]+): /gm).toSorted()

it('finds the variables of the environment', () => {
  expect(variables).toContain('DATABASE_URL')
  expect(variables.length).toBeGreaterThan(10)
})

it('.env.example has each variable once, and no other', async () => {
  expect(namesIn(await read('.env.example'), /^#?([A-Z][A-Z0-9_]+)=/gm).toSorted()).toEqual(variables)
})

it('the README has each variable once, and no other', async () => {
  expect(namesIn(await read('README.md'), /^\| `([A-Z][A-Z0-9_]+)` +\|/gm).toSorted()).toEqual(variables)
})
