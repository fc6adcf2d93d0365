'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRef, useState, type SyntheticEvent } from 'react'
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { applyServerErrors } from '#src/ui/form/apply-server-errors.ts'
import { callErrorOf, type CallError } from './client.ts'

type CallFormOptions<Input extends FieldValues, Output> = {
  /** the schema the server checks the call with */
  schema: z.ZodType<Output, Input>
  defaultValues: DefaultValues<Input>
  /** sends what was typed; what it throws is shown at its fields, or above the form */
  send: (values: Output) => Promise<void>
}

export type CallForm<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>
  /** why it did not work, when no field is to blame */
  failure: CallError | undefined
  submit: (event: SyntheticEvent) => void
}

/** A form that makes one call. What was typed stays when it fails, and a second submit waits for the first. */
export function useCallForm<Input extends FieldValues, Output>({
  schema,
  defaultValues,
  send,
}: CallFormOptions<Input, Output>): CallForm<Input, Output> {
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues })
  const [failure, setFailure] = useState<CallError>()
  const isSending = useRef(false)

  async function submit(values: Output): Promise<void> {
    if (isSending.current) return
    isSending.current = true
    setFailure(undefined)
    try {
      await send(values)
    } catch (thrown) {
      const error = callErrorOf(thrown)
      if (error.details?.fields) applyServerErrors<Input>(form, error.details.fields)
      else setFailure(error)
    } finally {
      isSending.current = false
    }
  }

  return { form, failure, submit: (event) => void form.handleSubmit(submit)(event) }
}
