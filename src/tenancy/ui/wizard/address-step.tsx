'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useEffectEvent } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { TextField } from '#src/ui/form/text-field.tsx'
import type { Answers } from './answers.ts'
import { SubdomainState } from './subdomain-state.tsx'
import { useSubdomainCheck } from './use-subdomain-check.ts'
import type { StepGate } from './use-wizard.ts'

interface AddressStepProps {
  domain: string
  /** Free names that came with the server's refusal of the chosen one. */
  alternatives: readonly string[]
  setGate: (gate: StepGate | null) => void
}

/** Second screen: the workspace's address, checked while it is typed. */
export function AddressStep({ domain, alternatives, setGate }: AddressStepProps) {
  const { control, setValue, setError, setFocus, clearErrors, formState } = useFormContext<Answers>()
  const name = useWatch({ control, name: 'subdomain' })
  const city = useWatch({ control, name: 'business.address.city' })
  const { state, checkNow } = useSubdomainCheck(name, city)
  const refused = formState.errors.subdomain !== undefined

  const mayLeave = useEffectEvent(async (): Promise<boolean> => {
    const result = await checkNow()
    if (!result || result.available) return true
    setError('subdomain', { type: 'taken', message: result.message ?? 'This address is already taken.' })
    setFocus('subdomain')
    return false
  })
  useEffect(() => {
    setGate(() => mayLeave())
    return () => setGate(null)
  }, [setGate])

  function choose(alternative: string): void {
    setValue('subdomain', alternative, { shouldDirty: true })
    clearErrors('subdomain')
    setFocus('subdomain')
  }

  const offered = state.kind === 'known' && !state.result.available ? state.result.alternatives : []
  return (
    <>
      <chakra.div display="grid" gap="3">
        <TextField<Answers>
          name="subdomain"
          label="Address"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
          size="lg"
          transform={(typed) => typed.toLowerCase().replace(/[\s_]+/g, '-')}
          hint="3 to 30 characters: lowercase letters, digits and hyphens."
          required
        />
        <SubdomainState
          name={name}
          domain={domain}
          state={state}
          quiet={refused}
          alternatives={offered.length > 0 ? offered : refused ? alternatives : []}
          onChoose={choose}
        />
      </chakra.div>
      <chakra.p color="fg.muted" textStyle="sm">
        Your workspace lives at this address alone. Sign-ins and records of one address never reach another.
      </chakra.p>
    </>
  )
}
