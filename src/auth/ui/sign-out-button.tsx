'use client'

import { Button, type ButtonProps } from '@chakra-ui/react/button'
import { LogOut } from 'lucide-react'
import { useSignOut } from './use-sign-out.ts'

/** Ends the session. In a `Menu`, use `useSignOut` with a `MenuEntry` instead. */
export function SignOutButton({ variant = 'outline', size = 'sm' }: Pick<ButtonProps, 'variant' | 'size'>) {
  const { signOut, busy } = useSignOut()
  return (
    <Button
      type="button"
      variant={variant}
      size={size}
      aria-busy={busy || undefined}
      onClick={() => {
        if (!busy) signOut()
      }}
    >
      <LogOut size={16} aria-hidden />
      {busy ? 'Signing out' : 'Sign out'}
    </Button>
  )
}
