import type { Metadata } from 'next'
import { NothingHere } from '../../nothing-here.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** An address of the console that leads nowhere. */
export default function NotFound() {
  return (
    <NothingHere
      description="The link may be old, or what it led to has been removed."
      home={{ href: '/admin', label: 'Go to the overview' }}
    />
  )
}
