import type { Metadata } from 'next'
import { errorParts } from '#src/api-docs/errors/error-guide.ts'
import { ContentsNav } from '#src/api-docs/ui/contents-nav.tsx'
import { DocsFrame } from '#src/api-docs/ui/docs-frame.tsx'
import { ErrorsView } from '#src/api-docs/ui/errors-view.tsx'
import { ErrorShape } from '#src/api-docs/ui/error-shape.tsx'

export const metadata: Metadata = {
  title: 'Errors of the API',
  description: 'Every error code: what it means, what to do about it, and a call that provokes it.',
}

const parts = errorParts.map(({ id, title, codes }) => ({
  id,
  title,
  entries: codes.map((code) => ({ id: code, title: code })),
}))

/** Every error code with its own anchor. */
export default function ErrorsPage() {
  return (
    <DocsFrame
      page="errors"
      title="Errors"
      lead="A call that fails says so by its HTTP status and by a code that never changes. Here is each of them, what to do about it, and how you get to see it."
      contents={<ContentsNav parts={parts} />}
    >
      <ErrorShape />
      <ErrorsView />
    </DocsFrame>
  )
}
