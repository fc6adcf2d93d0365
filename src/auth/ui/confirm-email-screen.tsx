'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { EntranceHeading } from './entrance-heading.tsx'
import { useFragmentToken } from './use-fragment-token.ts'

/**
 * Makes the address whose mailbox the link lay in the person's own. By a press of a button: programs that look
 * at links in mails must not use them up.
 */
export function ConfirmEmailScreen({ name }: { name: string }) {
  const api = useApi()
  const token = useFragmentToken()
  const confirm = useMutation({
    mutationFn: () => api.auth.confirmEmailChange.mutate({ token: token ?? '' }),
  })
  const error = confirm.error && callErrorOf(confirm.error)
  if (token === undefined) return null
  if (token === null || error?.code === 'TOKEN_INVALID') {
    return (
      <ErrorState
        level={1}
        title="This link does not work any more"
        message="Links work once, for a day. Sign in and ask for a new one in your account."
        action={
          <Button asChild>
            <Link href="/settings/account">To my account</Link>
          </Button>
        }
      />
    )
  }
  if (confirm.isSuccess) {
    return (
      <chakra.div display="grid" gap="6">
        <EntranceHeading title="Your address is confirmed">
          <chakra.p role="status" overflowWrap="anywhere">
            From now on you sign in to {name} with {confirm.data.email}.
          </chakra.p>
        </EntranceHeading>
        <Button asChild justifySelf="start">
          <Link href="/">Go to {name}</Link>
        </Button>
      </chakra.div>
    )
  }
  return (
    <chakra.div display="grid" gap="6">
      <EntranceHeading title="Confirm your new address">
        You will sign in to {name} with the address this mail was sent to.
      </EntranceHeading>
      {error && (
        <chakra.p role="alert" color="fg.error">
          {error.message}
        </chakra.p>
      )}
      <Button justifySelf="start" aria-busy={confirm.isPending} onClick={() => confirm.mutate()}>
        {confirm.isPending ? 'Confirming' : 'Confirm address'}
      </Button>
    </chakra.div>
  )
}
