'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { KeyRound, RotateCw } from 'lucide-react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { OutboxMail } from '../../outbox.ts'
import { TenantLink } from '../audit/tenant-link.tsx'
import { MailPreview } from './mail-preview.tsx'
import { mailStateLooks, titleOfMail } from './mail-words.ts'
import { useMail } from './use-mail.ts'

const Facts = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: '6rem minmax(0, 1fr)', sm: '8rem minmax(0, 1fr)' },
    columnGap: '4',
    rowGap: '2',
    textStyle: 'sm',
    '& dt': { color: 'fg.muted' },
    '& dd': { overflowWrap: 'anywhere' },
  },
})
const Note = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '3',
    py: '3',
    borderTopWidth: '1px',
    color: 'fg.muted',
    textStyle: 'sm',
    '& > p': { flex: '1', minW: '14rem' },
  },
})

/** What is known of a mail, what it says, and what can be done about it. */
export function MailContent({ mail }: { mail: OutboxMail }) {
  const { details, links, retry } = useMail(mail)
  const { data, error } = details
  const text = links.data ?? data
  return (
    <chakra.div display="grid" gap="5">
      <MailFacts mail={mail} />
      {data?.canRetry && (
        <Note>
          <p>What stood in the way may be mended by now.</p>
          <Button loading={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw />
            Send again
          </Button>
        </Note>
      )}
      {error && (
        <CallFailure
          title="The mail could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void details.refetch()}
        />
      )}
      {text ? <MailPreview text={text.text} html={text.html} /> : !error && <SkeletonRows label="Loading" />}
      {data?.hidesLinks && !links.data && (
        <Note>
          <p>
            Its links let somebody in, so what they carry is left out.
            {data.canShowLinks && ' Showing it is written to the audit log.'}
          </p>
          {data.canShowLinks && (
            <Button variant="outline" loading={links.isPending} onClick={() => links.mutate()}>
              <KeyRound />
              Show the links
            </Button>
          )}
        </Note>
      )}
    </chakra.div>
  )
}

function MailFacts({ mail }: { mail: OutboxMail }) {
  const { tenant, template, state, attempts, lastError, createdAt, sentAt } = mail
  return (
    <Facts>
      <dt>Kind</dt>
      <dd>{titleOfMail(template)}</dd>
      <dt>Workspace</dt>
      <dd>{tenant ? <TenantLink tenant={tenant} /> : 'The platform'}</dd>
      <dt>Written</dt>
      <dd>
        <RelativeTime moment={createdAt} />
      </dd>
      {sentAt && (
        <>
          <dt>Sent</dt>
          <dd>
            <RelativeTime moment={sentAt} />
          </dd>
        </>
      )}
      {attempts > 0 && (
        <>
          <dt>Attempts</dt>
          <dd>{attempts}</dd>
        </>
      )}
      {lastError && (
        <>
          <dt>Last error</dt>
          <dd>{lastError}</dd>
        </>
      )}
      <dt>State</dt>
      <dd>{mailStateLooks[state].means}</dd>
    </Facts>
  )
}
