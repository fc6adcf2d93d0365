'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { labelOfRecord } from '#src/resources/ui/record-label.ts'
import { RecordForm } from '#src/resources/ui/record-form.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { documentsTarget } from '../documents-target.ts'

interface DocumentEditorProps {
  document: AnyRecord
  onDone: () => void
}

/** Where the buttons of the form come to rest: on phones the bar of the workspace is below them. */
const aboveBottomBar = {
  '--surface-end': { base: 'calc(-3.5rem - 1px - env(safe-area-inset-bottom))', md: '0rem' },
}

/** The form of a document over the whole page, where a long text has room. Asks before typing is lost. */
export function DocumentEditor({ document, onDone }: DocumentEditorProps) {
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  return (
    <>
      <PageHeader title={`Edit ${labelOfRecord(documentsTarget.resource, document)}`} />
      <chakra.div maxW="48rem" css={{ ...aboveBottomBar, '& textarea': { minH: '50vh', maxH: '75vh' } }}>
        <RecordForm
          target={documentsTarget}
          record={document}
          onSaved={onDone}
          onCancel={() => guard(onDone)}
          onDirtyChange={setDirty}
        />
      </chakra.div>
      {dialog}
    </>
  )
}
