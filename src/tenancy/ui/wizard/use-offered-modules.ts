'use client'

import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { offerOf } from '../../plan-feature.ts'
import type { SignUpOptions } from '../../sign-up.ts'
import { extraModules, type Answers } from './answers.ts'
import { usePlanOffers } from './use-plan-offers.ts'

const FIELD = 'preferences.modules'

/**
 * The modules that can be chosen with the plan. Those that come with it are ticked until somebody has chosen, and one
 * that another plan had is dropped.
 */
export function useOfferedModules(options: SignUpOptions): SignUpOptions['modules'] {
  const { control, getFieldState, getValues, setValue } = useFormContext<Answers>()
  const industry = useWatch({ control, name: 'business.industry' })
  const plan = useWatch({ control, name: 'preferences.plan' })
  const said = usePlanOffers()
  const extras = extraModules(options, industry)
  const offered = extras.filter(({ id }) => offerOf(said, { plan, module: id }) !== 'withheld')

  useEffect(() => {
    const chosen = getValues(FIELD)
    const ids = extraModules(options, industry).map(({ id }) => id)
    const offers = ids.map((id) => ({ id, offer: offerOf(said, { plan, module: id }) }))
    const isUntouched = chosen.length === 0 && !getFieldState(FIELD).isTouched
    const next = isUntouched
      ? offers.filter(({ offer }) => offer === 'default').map(({ id }) => id)
      : chosen.filter((id) => offers.every((row) => row.id !== id || row.offer !== 'withheld'))
    if (next.join() !== chosen.join()) setValue(FIELD, next)
  }, [said, plan, industry, options, getValues, getFieldState, setValue])

  return offered
}
