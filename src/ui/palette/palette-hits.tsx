'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect } from 'react'
import type { PaletteGroup, PaletteHit } from './palette-hit.ts'

const List = chakra('div', {
  base: { flex: '1', minH: '0', overflowY: 'auto', overscrollBehavior: 'contain', p: '2' },
})
const GroupName = chakra('p', { base: { textStyle: 'overline', px: '3', pt: '2', pb: '1' } })
const Option = chakra('div', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: { base: '12', sm: '10' },
    px: '3',
    borderRadius: 'control',
    cursor: 'option',
    _selected: { bg: 'bg.muted' },
    _icon: { boxSize: '4', color: 'fg.muted', flexShrink: '0' },
  },
})

interface PaletteHitsProps {
  id: string
  groups: readonly PaletteGroup[]
  activeId: string | undefined
  onPoint: (hitId: string) => void
  onFollow: (hit: PaletteHit) => void
}

/** What was found, by kind. The focus stays in the input above; the chosen line is marked. */
export function PaletteHits({ id, groups, activeId, onPoint, onFollow }: PaletteHitsProps) {
  useEffect(() => {
    if (activeId) document.getElementById(`hit-${activeId}`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <List id={id} role="listbox" aria-label="Matches">
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <GroupName aria-hidden>{group.label}</GroupName>
          {group.hits.map((hit) => (
            <HitLine
              key={hit.id}
              hit={hit}
              isActive={hit.id === activeId}
              onPoint={() => onPoint(hit.id)}
              onFollow={() => onFollow(hit)}
            />
          ))}
        </div>
      ))}
    </List>
  )
}

interface HitLineProps {
  hit: PaletteHit
  isActive: boolean
  onPoint: () => void
  onFollow: () => void
}

function HitLine({ hit, isActive, onPoint, onFollow }: HitLineProps) {
  return (
    <Option
      id={`hit-${hit.id}`}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onFollow}
    >
      {hit.icon}
      <chakra.bdi truncate fontWeight="medium">
        {hit.label}
      </chakra.bdi>
      <chakra.bdi flex="1" minW="0" truncate color="fg.muted" textStyle="sm">
        {hit.detail}
      </chakra.bdi>
    </Option>
  )
}
