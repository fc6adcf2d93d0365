'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { X } from 'lucide-react'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { AnyField } from '../../fields/any-field.ts'
import { PersonName } from '../fields/person-name.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { labelOfRecord } from '../record-label.ts'
import type { RecordTarget } from '../record-target.ts'
import { useRecord } from '../use-records.ts'
import { filterableFields, withoutField, type Filters } from './filter-values.ts'
import { printFilter } from './print-filter.ts'

const Chip = chakra('button', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    maxW: '100%',
    minH: { base: '11', sm: '8' },
    px: '2.5',
    borderRadius: 'control',
    bg: 'accent.subtle',
    color: 'accent.fg',
    textStyle: 'sm',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { bg: 'accent.muted' },
    _icon: { flexShrink: '0' },
  },
})

interface FilterChipsProps {
  target: RecordTarget
  filters: Filters
  onChange: (filters: Record<string, string>) => void
}

/** The filters at work, each with the way to take it off. */
export function FilterChips({ target, filters, onChange }: FilterChipsProps) {
  const settings = useFormatSettings()
  return filterableFields(target.resource).map(([name, field]) => {
    const text = printFilter(filters, { name, field, ...settings })
    if (text === undefined) return null
    return (
      <Chip
        key={name}
        type="button"
        title="Take this filter off"
        onClick={() => onChange(withoutField(filters, name, field))}
      >
        <chakra.span truncate>
          {field.label}: <FilterText moduleId={target.moduleId} field={field} text={text} />
        </chakra.span>
        <X size={14} aria-hidden />
        <chakra.span srOnly>Take off</chakra.span>
      </Chip>
    )
  })
}

function FilterText({ moduleId, field, text }: { moduleId: string; field: AnyField; text: string }) {
  const { modules } = useModuleAccess()
  const resource =
    field.kind === 'reference'
      ? modules
          .find((module) => module.id === moduleId)
          ?.resources.find((candidate) => candidate.name === field.to)
      : undefined
  if (field.kind === 'member') return <PersonName id={text} />
  return resource ? <ReferenceText target={{ moduleId, resource }} id={text} /> : <bdi>{text}</bdi>
}

function ReferenceText({ target, id }: { target: RecordTarget; id: string }) {
  const { data } = useRecord(target, id)
  return <bdi>{data ? labelOfRecord(target.resource, data) : `one ${target.resource.singular}`}</bdi>
}
