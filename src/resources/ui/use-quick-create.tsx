'use client'

import { useCallback, useMemo, useState } from 'react'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import { QuickCreateContext, type QuickCreate } from './quick-create-context.ts'
import { RecordPanel } from './record-panel.tsx'
import type { RecordTarget } from './record-target.ts'

/** A second drawer over the first, for a record that the first one's form needs. */
export function useQuickCreate() {
  const [request, setRequest] = useState<{
    target: RecordTarget
    onCreated: (record: AnyRecord) => void
  }>()
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const quickCreate = useMemo<QuickCreate>(() => (target, onCreated) => setRequest({ target, onCreated }), [])
  const finish = useCallback(() => {
    setDirty(false)
    setRequest(undefined)
  }, [])
  const askToClose = useCallback(() => guard(finish), [guard, finish])

  const quickDrawer = (
    <Drawer
      open={request !== undefined}
      onClose={askToClose}
      title={`New ${request?.target.resource.singular ?? ''}`}
    >
      {request && (
        <QuickCreateContext value={null}>
          <RecordPanel
            target={request.target}
            recordId={undefined}
            onDirtyChange={setDirty}
            onCancel={askToClose}
            onDone={finish}
            onSaved={(record) => {
              request.onCreated(record)
              finish()
            }}
          />
        </QuickCreateContext>
      )}
      {dialog}
    </Drawer>
  )
  return { quickCreate, quickDrawer }
}
