'use client'

import { Button } from '@chakra-ui/react/button'
import { MailOpen } from 'lucide-react'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import type { OutboxMail } from '../../outbox.ts'
import { MailDrawer } from './mail-drawer.tsx'
import { outboxColumns } from './outbox-columns.tsx'
import { OutboxFilters } from './outbox-filters.tsx'
import { outboxTable, useOutbox } from './outbox-query.ts'

/** The mails of the last 30 days, and how each of them fared. */
export function OutboxScreen() {
  const [state, changeState] = useTableUrlState(outboxTable)
  const list = useOutbox(state)
  const [opened, setOpened] = useState<OutboxMail>()
  const isNarrowed = state.q !== '' || Object.values(state.filters).some(Boolean)
  const isMissing = list.data === undefined && list.error !== null
  return (
    <>
      <PageHeader
        title="Outbox"
        description="What was written to whom in the last 30 days, and how it fared."
      />
      <DataTable
        label="Mails"
        columns={outboxColumns}
        rows={list.data?.items}
        total={list.data?.total ?? 0}
        state={state}
        onStateChange={changeState}
        getRowId={({ id }) => id}
        getRowLabel={({ subject, to }) => `${subject}, to ${to}`}
        loading={list.isPlaceholderData}
        onRowOpen={setOpened}
        searchLabel="Search addresses and subjects"
        toolbar={<OutboxFilters filters={state.filters} onChange={(filters) => changeState({ filters })} />}
        empty={
          <EmptyState
            icon={<MailOpen />}
            title={isNarrowed ? 'No mail matches' : 'No mail was written yet'}
            description={
              isNarrowed
                ? 'Try fewer filters or other words.'
                : 'The first sign-up, invitation or new password appears here.'
            }
            action={
              isNarrowed && (
                <Button variant="outline" onClick={() => changeState({ q: '', filters: {} })}>
                  Clear search and filters
                </Button>
              )
            }
          />
        }
        error={
          isMissing ? (
            <CallFailure
              title="The outbox could not be loaded"
              error={callErrorOf(list.error)}
              onRetry={() => void list.refetch()}
            />
          ) : undefined
        }
      />
      <MailDrawer
        mail={list.data?.items.find(({ id }) => id === opened?.id) ?? opened}
        onClose={() => setOpened(undefined)}
      />
    </>
  )
}
