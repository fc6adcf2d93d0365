import { expect, test } from 'vitest'
import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import { isKnownIcon } from '#src/resources/ui/resource-icon.tsx'

test('every icon that a module, page or resource names is bundled', () => {
  const names = modules.flatMap((module) => [
    module.icon,
    ...module.resources.map(({ icon }) => icon),
    ...(module satisfies Module).pages.map(({ icon }) => icon),
  ])
  expect(names.filter((name) => !isKnownIcon(name))).toEqual([])
})
