import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RolloutScreen } from '#src/admin/ui/migrations/rollout-screen.tsx'
import { isId } from '#src/shared/ids.ts'

export const metadata: Metadata = { title: 'Rollout' }

/** One rollout. */
export default async function RolloutPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  if (!isId(id)) notFound()
  return <RolloutScreen key={id} rolloutId={id.toLowerCase()} />
}
