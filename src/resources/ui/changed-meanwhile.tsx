'use client'

import { Button } from '@chakra-ui/react/button'
import type { Resource } from '../define-resource.ts'
import type { AnyField } from '../fields/any-field.ts'
import type { AnyRecord } from '../procedure-path.ts'
import { FormNotice } from '#src/ui/form/form-notice.tsx'

interface ChangedMeanwhileProps {
  resource: Resource
  /** the fields that were typed into here */
  fields: readonly [string, AnyField][]
  base: AnyRecord
  record: AnyRecord
  onKeep: () => void
  onDiscard: () => void
}

/** Somebody else changed the record while this form was open: says where both did, and offers both ways out. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { resource, fields, base, record, onKeep, onDiscard } = props
  const contested = fields
    .filter(([name]) => JSON.stringify(base[name] ?? null) !== JSON.stringify(record[name] ?? null))
    .map(([, field]) => field.label)
  return (
    <FormNotice
      tone="warning"
      title={`Somebody changed this ${resource.singular} while you were editing`}
      actions={
        <>
          <Button type="button" size="sm" variant="outline" onClick={onKeep}>
            Load theirs, keep my changes
          </Button>
          <Button type="button" size="sm" variant="ghost" onClick={onDiscard}>
            Discard my changes
          </Button>
        </>
      }
    >
      {contested.length > 0
        ? `Both of you changed: ${contested.join(', ')}. Yours would replace theirs.`
        : 'You changed different fields, so both can stay.'}
    </FormNotice>
  )
}
