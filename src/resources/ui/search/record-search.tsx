'use client'

import { useState } from 'react'
import { PalettePanel } from '#src/ui/palette/palette-panel.tsx'
import { Palette } from '#src/ui/palette/palette.tsx'
import { ResourceIcon } from '../resource-icon.tsx'
import { useRecordSearch } from './use-record-search.ts'

/** Finds records of every kind, and pages, by a few letters. */
export function RecordSearch() {
  return <Palette>{(close) => <RecordPanel onClose={close} />}</Palette>
}

function RecordPanel({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const { groups, ...state } = useRecordSearch(typed)
  return (
    <PalettePanel
      label="Search records and pages"
      typed={typed}
      onType={setTyped}
      onClose={onClose}
      groups={groups.map(({ label, hits }) => ({
        label,
        hits: hits.map((hit) => ({ ...hit, icon: <ResourceIcon name={hit.icon} size={16} /> })),
      }))}
      {...state}
    />
  )
}
