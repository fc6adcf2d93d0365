'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ArrowRight } from 'lucide-react'
import NextLink from 'next/link'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { CONSOLE_PATH } from '#src/auth/paths.ts'
import { ControlInput } from '#src/ui/form/control.tsx'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'

const Frame = chakra('div', {
  base: { display: 'grid', gap: '6', w: '100%', maxW: 'form', mx: 'auto', pt: { base: '4', md: '12' } },
})
const TextLink = chakra(NextLink, {
  base: {
    color: 'accent.fg',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

/** Leads to the sign-in page of a workspace by the first part of its address. */
export function WorkspaceFinder({ domain }: { domain: string }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const name = nameIn(typed, domain)

  function open(event: SyntheticEvent): void {
    event.preventDefault()
    if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
      window.location.assign(`//${name}.${domain}/login`)
      return
    }
    setProblem('Enter the first part of the address, such as harbour-lane.')
    input.current?.focus()
  }

  return (
    <Frame>
      <header>
        <chakra.h1 textStyle="2xl" fontWeight="semibold">
          Where is your workspace?
        </chakra.h1>
        <chakra.p color="fg.muted" mt="1">
          Every workspace has a door of its own. You sign in there.
        </chakra.p>
      </header>
      <chakra.form display="grid" gap="5" noValidate onSubmit={open}>
        <FieldFrame
          path="workspace"
          controlId={id}
          labelId={`${id}-label`}
          hintId={`${id}-hint`}
          errorId={problem ? `${id}-error` : undefined}
          label="Address"
          message={problem}
          hint={
            <chakra.span fontFamily="mono" overflowWrap="anywhere" dir="ltr">
              {name || 'your-name'}.{domain}
            </chakra.span>
          }
        >
          <ControlInput
            ref={input}
            id={id}
            size="lg"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-error ${id}-hint` : `${id}-hint`}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            inputMode="url"
          />
        </FieldFrame>
        <Button type="submit" size="lg" justifySelf={{ base: 'stretch', sm: 'end' }}>
          Go there
          <ArrowRight size={18} aria-hidden />
        </Button>
      </chakra.form>
      <chakra.p color="fg.muted">
        No workspace yet? <TextLink href="/signup">Create one</TextLink>
      </chakra.p>
      <chakra.p color="fg.muted" textStyle="sm">
        Do you run this installation? <TextLink href={CONSOLE_PATH}>Go to the console</TextLink>
      </chakra.p>
    </Frame>
  )
}

/** The name in what people paste: a bare one, a host, or a whole address. */
function nameIn(typed: string, domain: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host
}
