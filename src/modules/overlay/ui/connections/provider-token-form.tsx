'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { providerTokenInput } from '../../provider-token.ts'

/** Fields left empty count as not given. */
const tokenForm = z.object({
  provider: providerTokenInput.shape.provider,
  accessToken: providerTokenInput.shape.accessToken,
  refreshToken: z.string().max(4000, 'At most 4,000 characters.'),
})

interface ProviderTokenFormProps {
  /** '' for one that is not known yet */
  provider: string
  onSaved: () => void
  onCancel: () => void
}

/** Takes the tokens of a provider. They replace those that were there. */
export function ProviderTokenForm({ provider, onSaved, onCancel }: ProviderTokenFormProps) {
  const api = useApi()
  const { form, failure, submit } = useCallForm({
    schema: tokenForm,
    defaultValues: { provider, accessToken: '', refreshToken: '' },
    send: async ({ refreshToken, ...token }) => {
      await api.overlay.providerTokens.update.mutate({
        ...token,
        ...(refreshToken === '' ? {} : { refreshToken }),
      })
      onSaved()
    },
  })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <TextField
          name="provider"
          label="Provider"
          hint="A short name, such as kick."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={provider !== ''}
          required
        />
        <PasswordField name="accessToken" label="Access token" autoComplete="new-password" required />
        <PasswordField name="refreshToken" label="Refresh token" autoComplete="new-password" />
        <SubmitBar label="Save token" busyLabel="Saving" back={{ label: 'Cancel', onClick: onCancel }} />
      </chakra.form>
    </FormProvider>
  )
}
