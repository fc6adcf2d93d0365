'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { describeSize } from '#src/files/stored-file.ts'
import { downloadAddress } from '#src/resources/ui/fields/file-address.ts'
import { FileLink } from '#src/resources/ui/fields/file-link.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { documentsTarget } from '../documents-target.ts'
import type { KnowledgeDocument } from './document-page.tsx'

const Box = chakra('section', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '1.5',
    maxW: 'reading',
    mb: '6',
    px: '4',
    py: '3',
    borderWidth: '1px',
    borderRadius: 'panel',
    bg: 'bg.panel',
  },
})
const Line = chakra('div', {
  base: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '3', rowGap: '1' },
})

const states = {
  none: null,
  waiting: { status: 'running', label: 'Being read' },
  succeeded: { status: 'succeeded', label: 'Read' },
  failed: { status: 'failed', label: 'Not readable' },
} as const

/** The file that a document was made of, how far its reading is, and why there is no text or not all of it. */
export function DocumentFile({ document }: { document: KnowledgeDocument }) {
  const { id, file, extraction, extractionMessage } = document
  const state = states[extraction]
  if (!file || !state) return null
  const href = downloadAddress(documentsTarget.resource, { id, field: 'file' })
  return (
    <Box aria-label="File">
      <Line>
        <FileLink href={href} name={file.name} />
        <chakra.span color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
          {describeSize(file.size)}
        </chakra.span>
        <StatusBadge {...state} variant="plain" />
      </Line>
      {extraction === 'waiting' && (
        <chakra.p color="fg.muted" textStyle="sm">
          Its text appears here by itself.
        </chakra.p>
      )}
      {extractionMessage && <p>{extractionMessage}</p>}
    </Box>
  )
}
