'use client'

import { Badge } from '@chakra-ui/react/badge'
import { chakra } from '@chakra-ui/react/styled-system'
import { Check, Minus } from 'lucide-react'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { AnyField } from '../../fields/any-field.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import type { RecordTarget } from '../record-target.ts'
import { downloadAddress } from './file-address.ts'
import { FileLink } from './file-link.tsx'
import { PersonName } from './person-name.tsx'
import { printValue } from './print-value.ts'

interface FieldCellProps {
  target: RecordTarget
  name: string
  field: AnyField
  record: AnyRecord
  /** all of a long text, as in a record's own view */
  whole?: boolean
}

const TAGS_IN_A_CELL = 2
const Empty = chakra('span', { base: { color: 'fg.subtle' } })
const Mark = chakra('span', {
  base: { display: 'inline-flex', alignItems: 'center', gap: '1.5', _icon: { color: 'fg.muted' } },
})

/** A field's value as a table or a record's view shows it. Text keeps its own direction, whatever the page's is. */
export function FieldCell({ target, name, field, record, whole = false }: FieldCellProps) {
  const settings = useFormatSettings()
  const value = record[name]
  if (field.kind === 'member' && typeof value === 'string') return <PersonName id={value} />
  const text = printValue({ name, field, record, ...settings })
  if (text === '') return <Empty aria-label="Empty">–</Empty>
  switch (field.kind) {
    case 'boolean':
      return (
        <Mark>
          {value === true ? <Check size={15} aria-hidden /> : <Minus size={15} aria-hidden />}
          {text}
        </Mark>
      )
    case 'file':
      return <FileLink href={downloadAddress(target.resource, { id: record.id, field: name })} name={text} />
    case 'date-time':
      return whole ? text : <RelativeTime moment={String(value)} passive />
    case 'tags':
      return <Tags tags={Array.isArray(value) ? value.map(String) : []} whole={whole} />
    case 'integer':
    case 'decimal':
    case 'money':
    case 'date':
      return <chakra.span fontVariantNumeric="tabular-nums">{text}</chakra.span>
    default:
      return whole ? <bdi>{text}</bdi> : <bdi title={text.length > 30 ? text : undefined}>{text}</bdi>
  }
}

function Tags({ tags, whole }: { tags: string[]; whole: boolean }) {
  const shown = whole ? tags : tags.slice(0, TAGS_IN_A_CELL)
  const rest = tags.slice(shown.length)
  return (
    <chakra.span display="inline-flex" flexWrap={whole ? 'wrap' : 'nowrap'} gap="1" maxW="100%">
      {shown.map((tag) => (
        <Badge key={tag} maxW={whole ? '100%' : '24'} overflow="hidden" title={tag}>
          <chakra.bdi truncate>{tag}</chakra.bdi>
        </Badge>
      ))}
      {rest.length > 0 && (
        <Badge title={rest.join(', ')} aria-label={`and ${rest.join(', ')}`}>
          +{rest.length}
        </Badge>
      )}
    </chakra.span>
  )
}
