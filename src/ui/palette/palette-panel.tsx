'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { useId, useState, type KeyboardEvent } from 'react'
import { ControlInput } from '../form/control.tsx'
import type { PaletteHit, PaletteSearch } from './palette-hit.ts'
import { PaletteHits } from './palette-hits.tsx'

interface PalettePanelProps extends PaletteSearch {
  /** What can be found: `Search records and pages`. */
  label: string
  typed: string
  onType: (typed: string) => void
  onClose: () => void
  /** told before the address is opened */
  onFollow?: (hit: PaletteHit) => void
}

/** The input of a palette with what was found below it; arrows choose, Enter opens. */
export function PalettePanel(props: PalettePanelProps) {
  const { label, typed, groups, onClose } = props
  const router = useRouter()
  const id = useId()
  const [chosen, setChosen] = useState(0)
  const hits = groups.flatMap((group) => group.hits)
  const active = Math.min(chosen, hits.length - 1)

  function follow(hit: PaletteHit): void {
    props.onFollow?.(hit)
    onClose()
    router.push(hit.address)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((active + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const hit = hits[active]
      if (hit) follow(hit)
    }
  }

  return (
    <>
      <chakra.div display="flex" gap="2" p="3" borderBottomWidth="1px">
        <ControlInput
          data-autofocus
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={id}
          aria-activedescendant={hits[active] ? `hit-${hits[active].id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={label}
          size="lg"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            props.onType(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <chakra.button
          type="button"
          hideFrom="sm"
          px="3"
          color="fg.muted"
          borderRadius="control"
          focusVisibleRing="outside"
          onClick={onClose}
        >
          Close
        </chakra.button>
      </chakra.div>
      <PaletteHits
        id={id}
        groups={groups}
        activeId={hits[active]?.id}
        onPoint={(hitId) => setChosen(hits.findIndex((hit) => hit.id === hitId))}
        onFollow={follow}
      />
      <chakra.p role="status" px="4" py="2.5" color="fg.muted" textStyle="sm" borderTopWidth="1px">
        {sentenceOf({ count: hits.length, ...props })}
      </chakra.p>
    </>
  )
}

function sentenceOf(state: { count: number; isBusy: boolean; isIncomplete: boolean }): string {
  if (state.isBusy) return 'Searching'
  if (state.isIncomplete) return 'Some lists did not answer. Type again to retry.'
  if (state.count === 0) return 'Nothing matches.'
  return state.count === 1 ? 'One match' : `${state.count} matches`
}
