'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { FoundDocument, Snippet } from '../../search.ts'
import { DocumentStatusBadge } from '../document-status.tsx'
import { documentAddress } from '../documents-target.ts'
import { MarkedText } from './marked-text.tsx'

const Item = chakra('li', {
  base: {
    display: 'grid',
    gap: '2',
    py: '5',
    borderTopWidth: '1px',
    _first: { borderTopWidth: '0', pt: '0' },
  },
})
const Title = chakra(NextLink, {
  base: {
    textStyle: 'lg',
    fontWeight: 'semibold',
    overflowWrap: 'anywhere',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})
const Passage = chakra('p', {
  base: {
    ps: '3',
    borderInlineStartWidth: '2px',
    overflowWrap: 'anywhere',
    maxW: 'reading',
  },
})
const Line = chakra('p', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    color: 'fg.muted',
    textStyle: 'sm',
  },
})

/** One document that answers, with its best places. */
export function FoundDocumentItem({ found }: { found: FoundDocument }) {
  const { id, title, passages, source, status, updatedAt } = found
  return (
    <Item>
      <chakra.h2 dir="auto">
        <Title href={documentAddress(id)}>
          <MarkedText snippets={title} />
        </Title>
      </chakra.h2>
      {passages.map((passage, index) => (
        <Passage key={index} dir="auto">
          {startsInside(passage) && '… '}
          <MarkedText snippets={passage} /> …
        </Passage>
      ))}
      <Line>
        {status !== 'published' && <DocumentStatusBadge status={status} />}
        {source && <chakra.span overflowWrap="anywhere">{source}</chakra.span>}
        <span>
          Changed <RelativeTime moment={updatedAt} />
        </span>
      </Line>
    </Item>
  )
}

/** A passage that goes on in a sentence says so. */
function startsInside(passage: readonly Snippet[]): boolean {
  return /^\s*\p{Ll}/u.test(passage[0]?.text ?? '')
}
