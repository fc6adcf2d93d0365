import { expect, test } from 'vitest'
import { modules } from '#src/modules/registry.ts'
import { isKnownIcon } from '#src/resources/ui/resource-icon.tsx'

test('every icon that a module or resource names is bundled', () => {
  const names = modules.flatMap((module) => [
    module.icon,
    ...module.resources.map((resource) => resource.icon),
  ])
  expect(names.filter((name) => !isKnownIcon(name))).toEqual([])
})
