import type { Metadata } from 'next'
import { DocsFrame } from '#src/api-docs/ui/docs-frame.tsx'
import { ReferenceView } from '#src/api-docs/ui/reference/reference-view.tsx'

export const metadata: Metadata = {
  title: 'API reference',
  description: 'Every operation: who may call it, what it takes, what it answers and how it fails.',
}

/** The reference, made in the browser from the OpenAPI document. */
export default function ReferencePage() {
  return (
    <DocsFrame
      page="reference"
      title="Reference"
      lead="Every operation of this installation: who may call it, what it takes, what it answers, and how it may fail."
    >
      <ReferenceView />
    </DocsFrame>
  )
}
