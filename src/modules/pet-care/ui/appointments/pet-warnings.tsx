'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { HeartPulse, TriangleAlert } from 'lucide-react'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { useTarget } from '../use-target.ts'

const Note = chakra('p', {
  base: {
    display: 'flex',
    gap: '2.5',
    px: '3',
    py: '2.5',
    borderRadius: 'control',
    bg: 'bg.warning',
    color: 'fg.warning',
    textStyle: 'sm',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    _icon: { flexShrink: '0', mt: '0.5' },
  },
})

/** What to know about a pet before touching it. */
export function PetWarnings({ petId }: { petId: string }) {
  const { data: pet } = useRecord(useTarget('pets'), petId)
  const medical = pet?.['medicalNotes']
  const behaviour = pet?.['behavioralNotes']
  return (
    <>
      {typeof medical === 'string' && medical !== '' && (
        <Note>
          <HeartPulse size={16} aria-label="Medical notes" />
          {medical}
        </Note>
      )}
      {typeof behaviour === 'string' && behaviour !== '' && (
        <Note>
          <TriangleAlert size={16} aria-label="Behaviour" />
          {behaviour}
        </Note>
      )}
    </>
  )
}
