'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { SignUpOptions } from '../../sign-up.ts'

const WorkspacePreview = lazy(() =>
  import('./workspace-preview.tsx').then((file) => ({ default: file.WorkspacePreview })),
)

/** Where the layout has a column to spare; the same width as its breakpoint `lg`. */
const WIDE = '(min-width: 1024px)'

/** The preview where there is room for it. Phones neither load nor render it. */
export function PreviewColumn({ options, reached }: { options: SignUpOptions; reached: number }) {
  const hasRoom = useSyncExternalStore(subscribe, isWide, () => false)
  if (!hasRoom) return null
  return (
    <Suspense fallback={null}>
      <WorkspacePreview options={options} reached={reached} />
    </Suspense>
  )
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function isWide(): boolean {
  return window.matchMedia(WIDE).matches
}
