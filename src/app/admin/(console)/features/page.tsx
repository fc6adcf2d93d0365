import type { Metadata } from 'next'
import { FeaturesScreen } from '#src/admin/ui/features/features-screen.tsx'

export const metadata: Metadata = { title: 'Features' }

/** What plans do with modules, and where the platform has decided otherwise. */
export default function FeaturesPage() {
  return <FeaturesScreen />
}
