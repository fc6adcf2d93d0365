import { expect, test } from 'vitest'
import type { Module } from '#src/resources/define-module.ts'
import { modulePages, recordPages } from './page-registry.ts'
import { modules } from './registry.ts'

const declared: readonly Module[] = modules

test('every page that a module declares is there, and no other', () => {
  const addresses = declared.flatMap(({ id, pages }) => pages.map(({ name }) => `${id}/${name}`))
  expect(Object.keys(modulePages).toSorted()).toEqual(addresses.toSorted())
})

test('every page of a record that a module declares is there, and no other', () => {
  const addresses = declared.flatMap(({ id, recordPages: names }) => names.map((name) => `${id}/${name}`))
  expect(Object.keys(recordPages).toSorted()).toEqual(addresses.toSorted())
})

test('every page can be loaded', async () => {
  for (const load of [...Object.values(modulePages), ...Object.values(recordPages)]) {
    expect(await load()).toBeTypeOf('function')
  }
}, 30_000)
