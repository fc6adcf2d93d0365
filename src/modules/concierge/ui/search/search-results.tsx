'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronLeft, ChevronRight, SearchX } from 'lucide-react'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { MAX_FOUND, type SearchAnswer } from '../../search.ts'
import { FoundDocumentItem } from './found-document.tsx'

interface SearchResultsProps {
  answer: SearchAnswer
  onSuggestion: (words: string) => void
  onPage: (page: number) => void
}

/** What was found, best first, or what to try instead. */
export function SearchResults({ answer, onSuggestion, onPage }: SearchResultsProps) {
  const { items, total, page, limit, suggestion } = answer
  const pages = Math.ceil(total / limit)
  if (total === 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing answers this"
        description={
          suggestion === null ? 'Try fewer or other words.' : 'There may be a slip of the keyboard in it.'
        }
        action={
          suggestion !== null && (
            <Button variant="outline" onClick={() => onSuggestion(suggestion)}>
              Search for “{suggestion}”
            </Button>
          )
        }
      />
    )
  }
  return (
    <>
      <chakra.p role="status" color="fg.muted" textStyle="sm" mb="5">
        {sentenceOf(total)}
      </chakra.p>
      <chakra.ol listStyleType="none">
        {items.map((found) => (
          <FoundDocumentItem key={found.id} found={found} />
        ))}
      </chakra.ol>
      {pages > 1 && (
        <chakra.nav aria-label="Pages" display="flex" alignItems="center" gap="3" mt="4">
          <Button variant="outline" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <ChevronLeft />
            Previous
          </Button>
          <chakra.span color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
            Page {page} of {pages}
          </chakra.span>
          <Button variant="outline" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Next
            <ChevronRight />
          </Button>
        </chakra.nav>
      )}
    </>
  )
}

function sentenceOf(total: number): string {
  if (total >= MAX_FOUND)
    return `More than ${formatNumber(MAX_FOUND - 1)} documents answer this, the best first.`
  return total === 1
    ? 'One document answers this.'
    : `${formatNumber(total)} documents answer this, the best first.`
}
