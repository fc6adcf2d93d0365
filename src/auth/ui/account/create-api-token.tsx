'use client'

import { useState } from 'react'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import type { PermissionGroup } from '../../permission-group.ts'
import { ApiTokenForm } from './api-token-form.tsx'
import { NewApiToken } from './new-api-token.tsx'

interface CreateApiTokenProps {
  groups: readonly PermissionGroup[]
  open: boolean
  onClose: () => void
  onCreated: () => void
}

/** A sheet to make a token, and then the only look at it there will ever be. */
export function CreateApiToken({ groups, open, onClose, onCreated }: CreateApiTokenProps) {
  const [created, setCreated] = useState<{ name: string; token: string }>()

  function close(): void {
    setCreated(undefined)
    onClose()
  }

  return (
    <Drawer
      open={open}
      onClose={close}
      title={created ? 'Your new token' : 'New token'}
      description={created ? undefined : 'It can do no more than you, and less if you like.'}
    >
      {created ? (
        <NewApiToken {...created} onClose={close} />
      ) : (
        <ApiTokenForm
          groups={groups}
          onCancel={close}
          onCreated={(token) => {
            setCreated(token)
            onCreated()
          }}
        />
      )}
    </Drawer>
  )
}
