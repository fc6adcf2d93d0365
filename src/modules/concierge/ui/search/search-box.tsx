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
  // The address follows a moment after the click.
  const [everything, setEverything] = useState(query.everything)
  // Back and forward, and the suggestion, change the query from outside.
  const [seen, setSeen] = useState(query)
  if (seen.q !== query.q || seen.everything !== query.everything) {
    setSeen(query)
    setTyped(query.q)
    setEverything(query.everything)
  }
  return (
    <chakra.form
      role="search"
      display="grid"
      gap="3"
      mb="6"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch({ q: typed.trim(), everything, page: 1 })
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
        <Button type="submit" size="lg" aria-label="Search">
          <Search />
          <chakra.span hideBelow="sm">Search</chakra.span>
        </Button>
      </Line>
      <ChoiceLine>
        <CheckboxInput
          type="checkbox"
          checked={everything}
          onChange={(event) => {
            setEverything(event.target.checked)
            onSearch({ ...query, everything: event.target.checked, page: 1 })
          }}
        />
        <span>Also drafts and archived documents</span>
      </ChoiceLine>
    </chakra.form>
  )
}
