'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { applyServerErrors } from '#src/ui/form/apply-server-errors.ts'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { createApiTokenInput } from '../../api-token.ts'
import type { PermissionGroup } from '../../permission-group.ts'
import { EMPTY_TOKEN, expiryChoices, toTokenInput, type TokenValues } from './api-token-values.ts'

interface ApiTokenFormProps {
  groups: readonly PermissionGroup[]
  onCancel: () => void
  onCreated: (created: { name: string; token: string }) => void
}

const rights = [
  { value: 'all', label: 'All my rights', description: 'Whatever you may do, now and later.' },
  { value: 'read', label: 'Only look', description: 'Lists and single records, no changes.' },
  { value: 'chosen', label: 'Chosen rights', description: 'For each kind of thing as you say.' },
]
const levels = [
  { value: 'none', label: 'Nothing' },
  { value: 'read', label: 'Look' },
  { value: 'change', label: 'Look and change' },
]

/** What a new token is called, what it may do and for how long. */
export function ApiTokenForm({ groups, onCancel, onCreated }: ApiTokenFormProps) {
  const api = useApi()
  const [failure, setFailure] = useState<CallError>()
  const form = useForm<TokenValues>({ defaultValues: EMPTY_TOKEN })
  const chosenRights = useWatch({ control: form.control, name: 'rights' })

  async function create(values: TokenValues): Promise<void> {
    setFailure(undefined)
    const checked = createApiTokenInput.safeParse(toTokenInput(values, groups))
    if (!checked.success) {
      applyServerErrors(form, fieldsOf(checked.error))
      return
    }
    try {
      onCreated(await api.auth.apiTokens.create.mutate(checked.data))
    } catch (thrown) {
      const error = callErrorOf(thrown)
      if (error.details?.fields) applyServerErrors(form, error.details.fields)
      else setFailure(error)
    }
  }

  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="5"
        noValidate
        onSubmit={(event) => void form.handleSubmit(create)(event)}
      >
        {failure && <SaveFailure error={failure} />}
        <TextField
          name="name"
          label="Name"
          hint="The program that will use it, such as Website calendar."
          maxLength={80}
          autoComplete="off"
          required
        />
        <RadioCardsField name="rights" label="What it may do" options={rights} columns={1} />
        {chosenRights === 'chosen' &&
          groups.map(({ key, label, change }) => (
            <SelectField
              key={key}
              name={`levels.${key}`}
              label={label}
              options={change.length > 0 ? levels : levels.slice(0, 2)}
            />
          ))}
        <SelectField name="expiry" label="Works for" options={expiryChoices} />
        <SubmitBar
          sticky
          label="Create token"
          busyLabel="Creating"
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}

/** Sentences by the field of this form that they belong to: scopes are chosen under `rights`. */
function fieldsOf({ issues }: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const name = path[0] === 'scopes' ? 'rights' : String(path[0])
    ;(fields[name] ??= []).push(message)
  }
  return fields
}
