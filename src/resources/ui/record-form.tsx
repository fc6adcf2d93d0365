'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { FormProvider, useForm, type UseFormReturn } from 'react-hook-form'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { applyServerErrors } from '#src/ui/form/apply-server-errors.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { FieldInput } from './fields/field-input.tsx'
import { sentencesAtInputs } from './form-errors.ts'
import { changedFields, formFields, toFormValues, toInput, type FormValues } from './form-values.ts'
import { labelOfRecord } from './record-label.ts'
import type { RecordTarget } from './record-target.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useRecordChanges } from './use-record-changes.ts'
import { useRecordResolver } from './use-record-resolver.ts'

interface RecordFormProps {
  target: RecordTarget
  /** the record to change, or undefined to make one */
  record: AnyRecord | undefined
  /** what a new record begins with, by field; keep it stable between renders */
  given?: FormValues | undefined
  onSaved: (record: AnyRecord) => void
  onCancel: () => void
  onDirtyChange: (isDirty: boolean) => void
  /** below the fields of a record that is already there */
  children?: ReactNode
}

const NOTHING: FormValues = {}

/** The form of a resource, made from its declaration: for a new record, or for one that is there. */
export function RecordForm(props: RecordFormProps) {
  const { target, record, given = NOTHING, onSaved, onCancel, onDirtyChange } = props
  const { resource } = target
  const { currency } = useFormatSettings()
  const changes = useRecordChanges(target)
  const [failure, setFailure] = useState<CallError>()
  const isSaving = useRef(false)
  // What the form began with. It follows the server's record only while nothing has been typed.
  const [base, setBase] = useState(record)
  const values = useMemo(
    () => toFormValues(resource, base, { currency, given }),
    [resource, base, currency, given],
  )
  const resolver = useRecordResolver(resource)
  const form = useForm<FormValues, unknown, FormValues>({
    resolver,
    values,
    resetOptions: { keepDirtyValues: true },
  })
  const { isDirty, dirtyFields } = form.formState
  const hasNewer = record !== undefined && base !== undefined && record.updatedAt !== base.updatedAt
  if (hasNewer && !isDirty) setBase(record)

  // Whoever may close the form knows before the next key is read.
  useLayoutEffect(() => {
    onDirtyChange(isDirty)
  }, [onDirtyChange, isDirty])
  const firstEmpty = formFields(resource).find(([name]) => given[name] === undefined)?.[0]
  useFirstFieldFocus(form, record ? undefined : firstEmpty)

  async function save(checked: FormValues): Promise<void> {
    // Ctrl-Enter held down, or pressed before the first answer is there.
    if (isSaving.current) return
    isSaving.current = true
    setFailure(undefined)
    try {
      const saved = await send(checked)
      announce(`${labelOfRecord(resource, saved)} saved`)
      onSaved(saved)
    } catch (thrown) {
      await explain(callErrorOf(thrown))
    } finally {
      isSaving.current = false
    }
  }

  async function send(checked: FormValues): Promise<AnyRecord> {
    if (!base) return changes.create(toInput(resource, checked))
    const changed = changedFields(resource, checked, base)
    return Object.keys(changed).length === 0 ? base : changes.update(base, changed)
  }

  async function explain(error: CallError): Promise<void> {
    if (error.details?.fields) applyServerErrors(form, sentencesAtInputs(resource, error.details.fields))
    else if (error.code === 'CONFLICT' && base) await changes.refresh(base.id)
    else if (error.code === 'NOT_FOUND')
      setFailure({ ...error, message: `This ${resource.singular} has been deleted in the meantime.` })
    else setFailure(error)
  }

  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="5"
        noValidate
        onSubmit={(event) => void form.handleSubmit(save)(event)}
      >
        <FormErrorSummary<FormValues, unknown, FormValues> />
        {hasNewer && isDirty && (
          <ChangedMeanwhile
            resource={resource}
            fields={formFields(resource).filter(([name]) => dirtyFields[name])}
            base={base}
            record={record}
            onKeep={() => setBase(record)}
            onDiscard={() => {
              setBase(record)
              form.reset(toFormValues(resource, record, { currency }))
            }}
          />
        )}
        {failure && <SaveFailure error={failure} />}
        {formFields(resource).map(([name, field]) => (
          <FieldInput key={name} target={target} name={name} field={field} record={base} />
        ))}
        {props.children}
        <SubmitBar
          sticky
          label={record ? 'Save' : `Add ${resource.singular}`}
          busyLabel="Saving"
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}

/** Puts the cursor into the first empty field of a new form, once the drawer around it has opened. */
function useFirstFieldFocus(form: UseFormReturn<FormValues>, name: string | undefined): void {
  const { setFocus } = form
  useEffect(() => {
    if (name === undefined) return
    const frame = requestAnimationFrame(() => setFocus(name))
    return () => cancelAnimationFrame(frame)
  }, [setFocus, name])
}
