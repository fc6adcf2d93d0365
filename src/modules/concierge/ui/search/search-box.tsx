'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { CheckboxInput, ChoiceLine } from '#src/ui/form/choice-control.tsx'
import { ControlInput } from '#src/ui/form/control.tsx'
import type { KnowledgeQuery } from './use-knowledge-search.ts'

const Line = chakra('div', {
  base: { display: 'flex', gap: '2', flexWrap: 'wrap', '& > input': { flex: '1', minW: '48' } },
})

interface SearchBoxProps {
  query: KnowledgeQuery
  onSearch: (query: KnowledgeQuery) => void
}

/** Where people say what they look for; asked when they press Enter. */
export function SearchBox({ query, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(query.q)
  // Back and forward, and the suggestion, change the query from outside.
  const [seen, setSeen] = useState(query.q)
  if (seen !== query.q) {
    setSeen(query.q)
    setTyped(query.q)
  }
  return (
    <chakra.form
      role="search"
      display="grid"
      gap="3"
      mb="6"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch({ ...query, q: typed.trim(), page: 1 })
      }}
    >
      <Line>
        <ControlInput
          type="search"
          size="lg"
          aria-label="Search the knowledge"
          placeholder="What would a customer ask?"
          autoFocus
          enterKeyHint="search"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          dir="auto"
        />
        <Button type="submit" size="lg">
          <Search />
          Search
        </Button>
      </Line>
      <ChoiceLine>
        <CheckboxInput
          type="checkbox"
          checked={query.everything}
          onChange={(event) => onSearch({ ...query, everything: event.target.checked, page: 1 })}
        />
        <span>Also drafts and archived documents</span>
      </ChoiceLine>
    </chakra.form>
  )
}
