import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const Group = chakra('fieldset', { base: { display: 'grid', gap: '5', minW: '0' } })
const Title = chakra('legend', { base: { textStyle: 'lg', fontWeight: 'semibold', mb: '4' } })

/** Fields that belong together, under a heading of their own. */
export function FormGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Group>
      <Title>{title}</Title>
      {children}
    </Group>
  )
}
