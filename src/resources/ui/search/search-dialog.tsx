'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { useRef, useState, type KeyboardEvent } from 'react'
import { ControlInput } from '#src/ui/form/control.tsx'
import { useModal } from '#src/ui/overlay/use-modal.ts'
import { SearchHits } from './search-hits.tsx'
import { useRecordSearch } from './use-record-search.ts'

const Box = chakra('dialog', {
  base: {
    position: 'fixed',
    inset: '0',
    mx: 'auto',
    my: { base: '0', sm: '12vh' },
    w: { base: '100vw', sm: 'calc(100vw - 2rem)' },
    maxW: { base: '100vw', sm: '36rem' },
    h: { base: 'dvh', sm: 'fit-content' },
    maxH: { base: 'dvh', sm: '70vh' },
    bg: 'bg.panel',
    color: 'fg',
    borderWidth: { base: '0', sm: '1px' },
    borderRadius: { base: '0', sm: 'panel' },
    boxShadow: 'float',
    overflow: 'hidden',
    _open: { display: 'flex', flexDirection: 'column', animation: 'fade-in 120ms ease-out' },
    _backdrop: { bg: 'rgb(7 17 19 / 0.45)', animation: 'fade-in' },
  },
})

const LIST_ID = 'record-search-hits'

interface SearchDialogProps {
  open: boolean
  onClose: () => void
}

/** Finds records of every kind, and pages, by a few letters; arrows choose, Enter opens. */
export function SearchDialog({ open, onClose }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, open, onClose)
  return (
    <Box ref={dialog} aria-label="Search">
      {open && <SearchPanel onClose={onClose} />}
    </Box>
  )
}

/** Mounted anew each time, so that nothing typed before is left. */
function SearchPanel({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, isBusy, isIncomplete } = useRecordSearch(typed)
  const hits = groups.flatMap((group) => group.hits)
  const active = Math.min(chosen, hits.length - 1)

  function follow(address: string): void {
    onClose()
    router.push(address)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((active + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const hit = hits[active]
      if (hit) follow(hit.address)
    }
  }

  return (
    <>
      <chakra.div display="flex" gap="2" p="3" borderBottomWidth="1px">
        <ControlInput
          data-autofocus
          role="combobox"
          aria-label="Search records and pages"
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={LIST_ID}
          aria-activedescendant={hits[active] ? `hit-${hits[active].id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Search records and pages"
          size="lg"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
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
      <SearchHits
        id={LIST_ID}
        groups={groups}
        activeId={hits[active]?.id}
        onPoint={(id) => setChosen(hits.findIndex((hit) => hit.id === id))}
        onFollow={follow}
      />
      <chakra.p role="status" px="4" py="2.5" color="fg.muted" textStyle="sm" borderTopWidth="1px">
        {sentenceOf({ count: hits.length, isBusy, isIncomplete })}
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
