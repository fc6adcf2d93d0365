'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { newCodeInput } from '../../verification.ts'
import { ViewerCode, type MadeCode } from './viewer-code.tsx'

/** Makes the code by which a viewer proves in the chat that a user name is theirs. */
export function ViewerCodePanel() {
  const api = useApi()
  const [made, setMade] = useState<MadeCode>()
  const { form, failure, submit } = useCallForm({
    schema: newCodeInput,
    defaultValues: { username: '' },
    send: async ({ username }) => {
      const code = await api.overlay.verification.createCode.mutate({ username })
      setMade({ ...code, username })
      form.reset({ username: '' })
    },
  })
  return (
    <Panel
      title="Verification codes"
      description="A viewer who types the code in the chat has proved who they are."
    >
      <chakra.div display="grid" gap="5">
        {made && <ViewerCode key={made.expiresAt} made={made} />}
        <FormProvider {...form}>
          <chakra.form display="grid" gap="4" noValidate onSubmit={submit}>
            {failure && <SaveFailure error={failure} />}
            <TextField name="username" label="User name" maxLength={60} autoComplete="off" required />
            <SubmitBar label="Make code" busyLabel="Making" />
          </chakra.form>
        </FormProvider>
      </chakra.div>
    </Panel>
  )
}
