'use client'

import { modules } from '#src/modules/registry.ts'
import { ModulesScreen } from '#src/resources/ui/modules/modules-screen.tsx'

/** The screen with all modules there are. */
export function ModulesPage() {
  return <ModulesScreen modules={modules} />
}
