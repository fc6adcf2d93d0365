import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { readTenant } from './read-workspace.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { businessName } = await readTenant()
  return { title: { default: businessName, template: `%s · ${businessName}` }, robots: { index: false } }
}

/** Everything below a workspace's own host. */
export default function WorkspaceLayout({ children }: { children: ReactNode }) {
  return children
}
