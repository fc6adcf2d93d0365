'use client'

import { modules } from '#src/modules/registry.ts'
import { StatusScreen } from '#src/resources/ui/status/status-screen.tsx'

/** The screen with all modules there are. */
export function StatusPage() {
  return <StatusScreen modules={modules} />
}
