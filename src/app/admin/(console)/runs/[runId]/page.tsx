import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunScreen } from '#src/admin/ui/runs/run-screen.tsx'
import { isId } from '#src/shared/ids.ts'

export const metadata: Metadata = { title: 'Run' }

/** One run. */
export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params
  if (!isId(runId)) notFound()
  return <RunScreen key={runId} runId={runId.toLowerCase()} />
}
