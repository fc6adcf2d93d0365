'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { useFragmentToken } from '../use-fragment-token.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { RequestResetForm } from './request-reset-form.tsx'

/** @param name where the password is for: the workspace or the console */
export function ResetPasswordScreen({ name }: { name: string }) {
  const token = useFragmentToken()
  const [isRefused, setIsRefused] = useState(false)
  return (
    <chakra.div display="grid" gap="6">
      {typeof token === 'string' && !isRefused && (
        <NewPasswordForm name={name} token={token} onRefused={() => setIsRefused(true)} />
      )}
      {(token === null || isRefused) && <RequestResetForm name={name} isAfterRefusal={isRefused} />}
    </chakra.div>
  )
}
