import type { Metadata } from 'next'
import { NothingHere } from '../../nothing-here.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** An address of the workspace that leads nowhere. */
export default function NotFound() {
  return (
    <NothingHere
      description="The link may be old, or the module it belongs to is not switched on."
      home={{ href: '/', label: 'Go to the dashboard' }}
    />
  )
}
