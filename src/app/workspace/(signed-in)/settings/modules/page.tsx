import type { Metadata } from 'next'
import { ModulesPage } from './modules-page.tsx'

export const metadata: Metadata = { title: 'Modules' }

/** What the workspace can do, and how much of its plan it uses. */
export default function SettingsModulesPage() {
  return <ModulesPage />
}
