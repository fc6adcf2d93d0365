'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { SearchX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { useModuleAccess } from './module-access.tsx'
import type { FormValues } from './form-values.ts'
import { RecordFacts } from './record-facts.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordPageLink } from './record-page-link.tsx'
import type { RecordTarget } from './record-target.ts'
import { useRecord } from './use-records.ts'

interface RecordPanelProps {
  target: RecordTarget
  /** undefined for a new record */
  recordId: string | undefined
  /** what a new record begins with, by field */
  given?: FormValues | undefined
  onDirtyChange: (isDirty: boolean) => void
  onSaved: (record: AnyRecord) => void
  /** asked for by the person; there may be changes to lose */
  onCancel: () => void
  /** nothing is left to do here */
  onDone: () => void
}

/** What a drawer shows of one record: its form, its facts, or why there is neither. */
export function RecordPanel(props: RecordPanelProps) {
  const { target, recordId, onDone } = props
  const { resource } = target
  const { permits } = useModuleAccess()
  const found = useRecord(target, recordId)
  if (recordId === undefined) {
    return permits(resource, 'create') ? (
      <RecordForm {...props} record={undefined} />
    ) : (
      <EmptyState
        title="Your role does not allow this"
        description="Ask an owner or admin of this workspace if you need to."
        action={<Button onClick={onDone}>Back to {resource.plural}</Button>}
      />
    )
  }
  if (found.data) return <StoredRecord {...props} record={found.data} />
  if (!found.error) return <SkeletonRows rows={8} label={`Loading ${resource.singular}`} />
  if (callErrorOf(found.error).code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<SearchX />}
        title={`This ${resource.singular} is not there`}
        description="It was deleted, or the link is not complete."
        action={<Button onClick={onDone}>Back to {resource.plural}</Button>}
      />
    )
  }
  return (
    <CallFailure
      title={`This ${resource.singular} could not be loaded`}
      error={callErrorOf(found.error)}
      onRetry={() => void found.refetch()}
    />
  )
}

function StoredRecord(props: RecordPanelProps & { record: AnyRecord }) {
  const { target, record } = props
  const { permits } = useModuleAccess()
  const [asking, setAsking] = useState(false)
  const foot = (
    <RecordFoot
      target={target}
      record={record}
      onDelete={permits(target.resource, 'delete') ? () => setAsking(true) : undefined}
    />
  )
  return (
    <chakra.div display="grid" gap="5">
      <RecordPageLink target={target} recordId={record.id} />
      {permits(target.resource, 'update') ? (
        <RecordForm {...props}>{foot}</RecordForm>
      ) : (
        <chakra.div display="grid" gap="6">
          <RecordFacts target={target} record={record} />
          {foot}
        </chakra.div>
      )}
      <DeleteDialog
        target={target}
        record={record}
        open={asking}
        onClose={() => setAsking(false)}
        onDeleted={props.onDone}
      />
    </chakra.div>
  )
}

interface RecordFootProps {
  target: RecordTarget
  record: AnyRecord
  onDelete: (() => void) | undefined
}

/** When the record was made and changed, and the way to delete it. */
function RecordFoot({ target, record, onDelete }: RecordFootProps) {
  return (
    <chakra.div display="grid" gap="2" justifyItems="start" borderTopWidth="1px" pt="4">
      <chakra.p color="fg.muted" textStyle="sm">
        Added <RelativeTime moment={record.createdAt} />
        {record.updatedAt !== record.createdAt && (
          <>
            , changed <RelativeTime moment={record.updatedAt} />
          </>
        )}
      </chakra.p>
      {onDelete && (
        <Button type="button" variant="ghost" size="sm" color="fg.error" ms="-3" onClick={onDelete}>
          <Trash2 />
          Delete {target.resource.singular}
        </Button>
      )}
    </chakra.div>
  )
}
