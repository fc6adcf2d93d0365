'use client'

import { Button } from '@chakra-ui/react/button'

interface LinkButtonProps {
  href: string
  quiet?: boolean
  children: string
}

/** A link that looks like a button. A full page load, since it may lead to another host. */
export function LinkButton({ href, quiet = false, children }: LinkButtonProps) {
  return (
    <Button asChild size="lg" variant={quiet ? 'outline' : 'solid'} w={{ base: '100%', sm: 'auto' }}>
      <a href={href}>{children}</a>
    </Button>
  )
}
