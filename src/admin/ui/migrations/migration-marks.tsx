import { chakra } from '@chakra-ui/react/styled-system'
import { CircleHelp, TriangleAlert, Wifi } from 'lucide-react'
import type { ReactNode } from 'react'

const Mark = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1',
    px: '1.5',
    borderWidth: '1px',
    borderRadius: 'sm',
    textStyle: 'xs',
    fontWeight: 'medium',
    whiteSpace: 'nowrap',
    color: 'fg.muted',
    '&[data-tone=warning]': { color: 'fg.warning', borderColor: 'amber.border' },
  },
})

interface MigrationMarksProps {
  isBreaking: boolean
  isOnline: boolean
  isKnown?: boolean
}

/** What the file of a migration says of it. */
export function MigrationMarks({ isBreaking, isOnline, isKnown = true }: MigrationMarksProps) {
  return (
    <>
      {isBreaking && (
        <Marked
          icon={<TriangleAlert size={12} aria-hidden />}
          tone="warning"
          title="Older code cannot work with what it leaves"
        >
          breaking
        </Marked>
      )}
      {isOnline && (
        <Marked icon={<Wifi size={12} aria-hidden />} title="An index that is built while people write">
          online
        </Marked>
      )}
      {!isKnown && (
        <Marked
          icon={<CircleHelp size={12} aria-hidden />}
          title="The process that answers here does not have it"
        >
          unknown here
        </Marked>
      )}
    </>
  )
}

interface MarkedProps {
  icon: ReactNode
  title: string
  tone?: 'warning'
  children: string
}

function Marked({ icon, title, tone, children }: MarkedProps) {
  return (
    <Mark data-tone={tone} title={title}>
      {icon}
      {children}
    </Mark>
  )
}
