'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { countOf } from '../record-label.ts'
import type { RecordTarget } from '../record-target.ts'
import { useRecordChanges } from '../use-record-changes.ts'

interface BulkActionsProps {
  target: RecordTarget
  ids: string[]
  /** all of them are done with */
  onDone: () => void
}

/** From here on the number has to be typed before all of them go. */
const MANY = 10

/** What can be done to the selected rows at once. */
export function BulkActions({ target, ids, onDone }: BulkActionsProps) {
  const { resource } = target
  const { remove } = useRecordChanges(target)
  const [asking, setAsking] = useState(false)
  const [refusals, setRefusals] = useState<string[]>([])
  const what = countOf(resource, ids.length)

  async function removeAll(): Promise<void> {
    const refused = (await remove(ids)).map((error) => error.message)
    announce(`${countOf(resource, ids.length - refused.length)} deleted`)
    setRefusals(refused)
    if (refused.length > 0) return
    setAsking(false)
    onDone()
  }

  return (
    <>
      <Button
        variant="outline"
        size="sm"
        onClick={() => {
          setRefusals([])
          setAsking(true)
        }}
      >
        <Trash2 />
        Delete
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => {
          setAsking(false)
          if (refusals.length > 0) onDone()
        }}
        onConfirm={removeAll}
        title={`Delete ${what}?`}
        confirmLabel={refusals.length > 0 ? 'Try again' : `Delete ${what}`}
        {...(ids.length >= MANY ? { typed: String(ids.length) } : {})}
      >
        {refusals.length === 0 ? (
          'They disappear from every list and cannot be brought back here.'
        ) : (
          <chakra.div role="alert" color="fg.error">
            {refusals.length === 1 ? 'One was kept.' : `${refusals.length} were kept.`}
            <chakra.ul mt="2" display="grid" gap="1" maxH="48" overflowY="auto">
              {refusals.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </chakra.ul>
          </chakra.div>
        )}
      </ConfirmDialog>
    </>
  )
}
