import type { Metadata } from 'next'
import { StatusPage } from './status-page.tsx'

export const metadata: Metadata = { title: 'Status' }

/** What is being built and switched in the workspace, and what was. */
export default function WorkspaceStatusPage() {
  return <StatusPage />
}
