'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { announce } from '../feedback/live-region.tsx'
import { FieldFrame } from './field-frame.tsx'
import { addTags } from './tags.ts'
import { useField, type FieldProps } from './use-field.ts'

interface TagsFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  placeholder?: string
  /** Most tags there may be. */
  max?: number
}

const Shell = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '1.5',
    alignItems: 'center',
    minH: { base: '11', sm: '10' },
    p: '1.5',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderColor: 'border.control',
    borderRadius: 'control',
    cursor: 'text',
    '&:focus-within': {
      borderColor: 'accent',
      boxShadow: '0 0 0 3px color-mix(in oklab, {colors.accent}, transparent 75%)',
    },
    _invalid: { borderColor: 'border.error' },
    _disabled: { bg: 'bg.subtle', borderColor: 'border' },
  },
})
const Chip = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    ps: '2.5',
    maxW: '100%',
    borderRadius: 'md',
    bg: 'bg.muted',
    textStyle: 'sm',
    '& > span': { truncate: true },
  },
})
const Remove = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: { base: '8', sm: '6' },
    flexShrink: '0',
    color: 'fg.muted',
    borderRadius: 'md',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { color: 'fg' },
  },
})
const Entry = chakra('input', {
  base: {
    flex: '1',
    minW: '24',
    px: '1.5',
    h: '7',
    bg: 'transparent',
    outline: '0',
    fontSize: { base: 'lg', sm: 'md' },
  },
})

/** A list of short texts: Enter or a comma adds one, Backspace in the empty input takes the last one back. */
export function TagsField<TValues extends FieldValues, TTransformed = TValues>(
  props: TagsFieldProps<TValues, TTransformed>,
) {
  const { placeholder, max = 50 } = props
  const { field, value, frame, input } = useField(props)
  const [typed, setTyped] = useState('')
  const tags = Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : []
  const isFixed = input.disabled || input.readOnly

  function add(text: string): void {
    field.onChange(addTags(tags, text, max))
    setTyped('')
  }

  function remove(tag: string): void {
    field.onChange(tags.filter((other) => other !== tag))
    announce(`${tag} removed`)
  }

  return (
    <FieldFrame {...frame}>
      <Shell
        data-invalid={input['aria-invalid']}
        data-disabled={isFixed || undefined}
        onClick={() => document.getElementById(input.id)?.focus()}
      >
        {tags.map((tag) => (
          <Chip key={tag} pe={isFixed ? '2.5' : undefined}>
            <span>{tag}</span>
            {!isFixed && (
              <Remove type="button" aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
                <X size={14} aria-hidden />
              </Remove>
            )}
          </Chip>
        ))}
        <Entry
          {...input}
          type="text"
          value={typed}
          placeholder={tags.length === 0 ? placeholder : undefined}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => {
            if (/[,;\n]/.test(event.target.value)) add(event.target.value)
            else setTyped(event.target.value)
          }}
          onKeyDown={(event) => {
            const last = tags.at(-1)
            if (event.key === 'Enter' && typed.trim() !== '') {
              event.preventDefault()
              add(typed)
            } else if (event.key === 'Backspace' && typed === '' && last !== undefined && !isFixed) {
              remove(last)
            }
          }}
          onBlur={() => {
            if (typed.trim() !== '') add(typed)
            input.onBlur()
          }}
        />
      </Shell>
    </FieldFrame>
  )
}
