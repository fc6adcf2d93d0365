'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQueryClient } from '@tanstack/react-query'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { IMPERSONATION_MINUTES } from '#src/auth/impersonation.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { ReferenceField } from '#src/ui/form/reference-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextareaField } from '#src/ui/form/textarea-field.tsx'
import { startImpersonationInput } from '../../impersonation-list.ts'
import { consoleKeys } from '../console-keys.ts'
import { usePeopleSearch } from './use-people-search.ts'

const schema = startImpersonationInput.extend({
  userId: z.uuid('Choose a person.'),
  minutes: z.coerce.number<string>().int(),
})
type Values = z.input<typeof schema>

const choices = [5, IMPERSONATION_MINUTES.usual, 30, IMPERSONATION_MINUTES.max].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}))

interface ImpersonateFormProps {
  tenantId: string
  onClose: () => void
}

/** Person, reason and time; then the workspace opens in another tab. */
export function ImpersonateForm({ tenantId, onClose }: ImpersonateFormProps) {
  const api = useApi()
  const cache = useQueryClient()
  const people = usePeopleSearch(tenantId)
  const { form, failure, submit } = useCallForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: { tenantId, userId: '', reason: '', minutes: String(IMPERSONATION_MINUTES.usual) },
    send: async (values) => {
      const { url } = await api.admin.impersonations.start.mutate(values)
      void cache.invalidateQueries({ queryKey: consoleKeys.tenant(tenantId) })
      onClose()
      openElsewhere(url)
    },
  })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        <FormErrorSummary<Values, unknown, z.output<typeof schema>> />
        {failure && <SaveFailure error={failure} />}
        <ReferenceField<Values>
          name="userId"
          label="Person"
          placeholder="Type a name or an e-mail"
          required
          {...people}
        />
        <TextareaField<Values>
          name="reason"
          label="Reason"
          hint="The tenant reads it in its audit log, and whoever looks at the screen on its top."
          maxLength={300}
          required
        />
        <SelectField<Values>
          name="minutes"
          label="For how long"
          options={choices}
          hint="It ends by itself and cannot be extended. Secrets, sign-ins and rights of people stay shut."
          required
        />
        <SubmitBar
          sticky
          label="Open the workspace"
          busyLabel="Opening"
          back={{ label: 'Cancel', onClick: onClose }}
        />
      </chakra.form>
    </FormProvider>
  )
}

/** A browser that lets no page open another is asked again by the person themselves. */
function openElsewhere(url: string): void {
  const go = () => window.open(url, '_blank')
  if (go()) return
  toast.success('The workspace is ready', {
    description: 'Your browser kept this page from opening it. The way in works for a minute.',
    action: { label: 'Open', onClick: () => void go() },
  })
}
