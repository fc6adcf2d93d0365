'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ControlInput } from '../form/control.tsx'

interface TableSearchProps {
  label: string
  value: string
  onChange: (value: string) => void
}

const Box = chakra('label', {
  base: { position: 'relative', display: 'flex', alignItems: 'center', w: { base: '100%', sm: '64' } },
})

/** Full-text search over a table, asked for a moment after the last key. */
export function TableSearch({ label, value, onChange }: TableSearchProps) {
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => {
      onChange(typed)
      setTyped(undefined)
    }, 250)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return (
    <Box>
      <chakra.span srOnly>{label}</chakra.span>
      <chakra.span position="absolute" insetInlineStart="2.5" color="fg.muted" pointerEvents="none">
        <Search size={15} aria-hidden />
      </chakra.span>
      <ControlInput
        type="search"
        size="sm"
        ps="8"
        placeholder={label}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Box>
  )
}
