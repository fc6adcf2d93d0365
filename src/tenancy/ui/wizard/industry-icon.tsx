'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Blocks, House, MessagesSquare, PawPrint, Tv } from 'lucide-react'

const icons: Record<string, typeof PawPrint> = {
  'pet-care': PawPrint,
  lettings: House,
  concierge: MessagesSquare,
  overlay: Tv,
}

/** The sign of an industry, or of the module that bears its name; decorative. */
export function IndustryIcon({ industry, size = 18 }: { industry: string; size?: number }) {
  const Icon = icons[industry] ?? Blocks
  return (
    <chakra.svg asChild flexShrink="0">
      <Icon size={size} aria-hidden />
    </chakra.svg>
  )
}
