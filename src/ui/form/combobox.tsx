'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Check, ChevronDown, X } from 'lucide-react'
import { useRef, type ComponentProps, type ReactNode } from 'react'
import { FloatSurface } from '../overlay/float-surface.tsx'
import { useFloating } from '../overlay/use-floating.ts'
import { ControlGroup, ControlInput } from './control.tsx'
import type { ComboboxOption } from './filter-options.ts'
import { useComboboxKeys } from './use-combobox-keys.ts'

const Option = chakra('div', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '2',
    minH: { base: '11', sm: '8' },
    px: '2.5',
    py: '1',
    borderRadius: 'md',
    cursor: 'option',
    _selected: { fontWeight: 'medium' },
  },
  variants: { active: { true: { bg: 'bg.muted' } } },
})
const Clear = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: { base: '9', sm: '7' },
    borderRadius: 'md',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg', bg: 'bg.muted' },
  },
})

interface ComboboxProps {
  /** From `useField`. */
  input: Omit<ComponentProps<typeof ControlInput>, 'size' | 'value' | 'onChange'> & {
    id: string
    onBlur: () => void
  }
  label: string
  options: readonly ComboboxOption[]
  chosen: ComboboxOption | undefined
  onChoose: (option: ComboboxOption | undefined) => void
  /** What is being typed; undefined while the list is shut. */
  query: string | undefined
  onQuery: (query: string | undefined) => void
  /** A line in place of or below the options: searching, nothing found, more to narrow down. */
  note?: ReactNode
  placeholder?: string | undefined
  clearable?: boolean
}

/** An input with a list to choose from, after the ARIA combobox pattern. The fields around it say what is in the list. */
export function Combobox(props: ComboboxProps) {
  const {
    input,
    label,
    options,
    chosen,
    onChoose,
    query,
    onQuery,
    note,
    placeholder,
    clearable = false,
  } = props
  const anchor = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const open = query !== undefined
  useFloating({ anchor, floating: list, open, matchWidth: true })
  const { active, setActive, onKeyDown } = useComboboxKeys({ open, options, list, onChoose: choose, onQuery })
  const isFixed = Boolean(input.disabled) || Boolean(input.readOnly)

  function choose(option: ComboboxOption): void {
    onChoose(option)
    onQuery(undefined)
  }

  return (
    <chakra.div ref={anchor} minW="0">
      <ControlGroup
        end={
          <>
            {clearable && chosen && !isFixed && (
              <Clear
                type="button"
                aria-label={`Clear ${label.toLowerCase()}`}
                onClick={() => onChoose(undefined)}
              >
                <X size={15} aria-hidden />
              </Clear>
            )}
            <ChevronDown size={16} aria-hidden />
          </>
        }
      >
        <ControlInput
          {...input}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? `${input.id}-list` : undefined}
          aria-activedescendant={open && options[active] ? `${input.id}-option-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={chosen?.label || placeholder}
          value={query ?? chosen?.label ?? ''}
          onChange={(event) => onQuery(event.target.value)}
          onClick={(event) => {
            if (open || isFixed) return
            event.currentTarget.select()
            onQuery('')
          }}
          onKeyDown={isFixed ? undefined : onKeyDown}
          onBlur={() => {
            onQuery(undefined)
            input.onBlur()
          }}
          pe={clearable ? '16' : '9'}
          textOverflow="ellipsis"
        />
      </ControlGroup>
      {open && (
        <FloatSurface
          ref={list}
          popover="manual"
          display="flex"
          flexDirection="column"
          overflow="hidden"
          maxH="72"
          p="0"
          // Keeps the focus in the input while one clicks in the list.
          onMouseDown={(event) => event.preventDefault()}
        >
          <chakra.div
            id={`${input.id}-list`}
            role="listbox"
            aria-label={label}
            overflowY="auto"
            overscrollBehavior="contain"
            minH="0"
            p="1"
          >
            {options.map((option, index) => (
              <Option
                key={option.id}
                id={`${input.id}-option-${index}`}
                role="option"
                aria-selected={option.id === chosen?.id}
                active={index === active}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(option)}
              >
                <chakra.span flex="1" minW="0">
                  <chakra.span display="block" truncate>
                    {option.label}
                  </chakra.span>
                  {option.description && (
                    <chakra.span display="block" truncate color="fg.muted" textStyle="xs">
                      {option.description}
                    </chakra.span>
                  )}
                </chakra.span>
                {option.id === chosen?.id && <Check size={16} aria-hidden />}
              </Option>
            ))}
          </chakra.div>
          {note && (
            <chakra.div role="status" px="3.5" py="2" color="fg.muted" textStyle="sm">
              {note}
            </chakra.div>
          )}
        </FloatSurface>
      )}
    </chakra.div>
  )
}
