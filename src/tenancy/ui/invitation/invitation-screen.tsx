'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery } from '@tanstack/react-query'
import { EntranceHeading } from '#src/auth/ui/entrance-heading.tsx'
import { useFragmentToken } from '#src/auth/ui/use-fragment-token.ts'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { roleTexts } from '../../role-texts.ts'
import { AcceptForm } from './accept-form.tsx'

const Frame = chakra('div', { base: { display: 'grid', gap: '6', w: '100%' } })

interface InvitationScreenProps {
  /** the address of somebody who is signed in here already */
  signedInAs: string | undefined
}

/** What somebody is invited to, and the form with which they accept. */
export function InvitationScreen({ signedInAs }: InvitationScreenProps) {
  const api = useApi()
  const token = useFragmentToken()
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.invitations.preview.mutate({ token: token ?? '' }),
    enabled: typeof token === 'string',
    // It is asked once: what it offers does not change, and it is gone once accepted.
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  if (token === null) return <Refused error={{ code: 'TOKEN_INVALID', message: '', requestId: '' }} />
  if (token === undefined || preview.isPending)
    return <SkeletonRows rows={5} label="Looking at your invitation" />
  if (preview.isError) {
    return <Refused error={callErrorOf(preview.error)} onRetry={() => void preview.refetch()} />
  }
  const { businessName, email, fullName, role, inviterName } = preview.data
  return (
    <Frame>
      <EntranceHeading title={`Join ${businessName}`}>
        <p>
          <bdi>{inviterName}</bdi> invites you to work here as {roleTexts[role].title.toLowerCase()}.{' '}
          {roleTexts[role].purpose}
        </p>
      </EntranceHeading>
      {signedInAs !== undefined && (
        <chakra.p color="fg.muted" textStyle="sm">
          You are signed in here as {signedInAs}. Accepting signs you in as {email} instead.
        </chakra.p>
      )}
      <AcceptForm key={token} token={token} email={email} fullName={fullName ?? ''} />
    </Frame>
  )
}

function Refused({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const isOver = error.code === 'TOKEN_INVALID'
  return (
    <ErrorState
      level={1}
      title={isOver ? 'This invitation is not open any more' : 'Your invitation could not be looked at'}
      message={
        isOver
          ? 'It was accepted, taken back or sent anew, or its week is over. Ask whoever invited you for a new one.'
          : error.message
      }
      requestId={error.requestId || undefined}
      action={
        <>
          {onRetry && !isOver && <Button onClick={onRetry}>Try again</Button>}
          <Button asChild variant={isOver ? 'solid' : 'outline'}>
            <a href="/login">Go to the sign-in</a>
          </Button>
        </>
      }
    />
  )
}
