'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Ship } from 'lucide-react'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'

/** An installation without a tenant: what to do next. */
export function EmptyFleet() {
  return (
    <Panel>
      <EmptyState
        icon={<Ship />}
        title="No workspace yet"
        description={
          <>
            Sign the first business up, or fill the installation with demo workspaces:{' '}
            <chakra.code>npm run berth -- seed</chakra.code>. They appear here as they are built.
          </>
        }
        action={
          <Button asChild>
            <a href="/signup">Sign a business up</a>
          </Button>
        }
      />
    </Panel>
  )
}
