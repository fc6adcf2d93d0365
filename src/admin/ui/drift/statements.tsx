'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { DriftFinding } from '#src/provisioning/drift.ts'

const Code = chakra('pre', {
  base: {
    mt: '1',
    p: '3',
    borderRadius: 'control',
    bg: 'bg.muted',
    fontFamily: 'mono',
    textStyle: 'xs',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
})
const Who = chakra('p', { base: { color: 'fg.muted', textStyle: 'sm' } })

const words = {
  automatic: 'The repair runs',
  manual:
    'For you to run, as the owner of the database: it may lose something, or takes rights that Berth has not',
  decision: 'Nothing can be run for this: it needs a decision, and perhaps a backup',
} as const

/** What puts a finding right, and who runs it. */
export function Statements({ finding: { repair, statements } }: { finding: DriftFinding }) {
  return (
    <div>
      <Who>{words[repair]}</Who>
      {statements.length > 0 && (
        <Code>{statements.map((statement) => `${statement.trim()};`).join('\n')}</Code>
      )}
    </div>
  )
}
