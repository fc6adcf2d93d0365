'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Telescope } from 'lucide-react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchResults } from './search-results.tsx'
import { useKnowledgeSearch } from './use-knowledge-search.ts'
import { useQueryInUrl } from './use-query-in-url.ts'

/** Finds the passages of the knowledge that answer a customer. */
export function SearchScreen() {
  const [query, setQuery] = useQueryInUrl()
  const found = useKnowledgeSearch(query)
  return (
    <chakra.div maxW="3xl">
      <PageHeader title="Search" description="The passages of your knowledge that answer best." />
      <SearchBox query={query} onSearch={setQuery} />
      {query.q === '' ? (
        <EmptyState
          icon={<Telescope />}
          title="Ask as a customer would"
          description="Other forms of a word are found too. Use “quotation marks” for exact words, and a minus for what must not appear."
        />
      ) : found.data ? (
        <SearchResults
          answer={found.data}
          onSuggestion={(q) => setQuery({ ...query, q, page: 1 })}
          onPage={(page) => setQuery({ ...query, page })}
        />
      ) : found.error ? (
        <CallFailure
          title="The search did not work"
          error={callErrorOf(found.error)}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <SkeletonRows rows={6} label="Searching" />
      )}
    </chakra.div>
  )
}
