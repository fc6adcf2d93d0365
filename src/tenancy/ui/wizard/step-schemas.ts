import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { z } from 'zod'
import { tooManyModules } from '../../plans.ts'
import {
  businessStep,
  ownerStep,
  preferencesStep,
  signUpInput,
  subdomainStep,
  type SignUpOptions,
} from '../../sign-up.ts'
import { extraModules, type Answers } from './answers.ts'
import type { StepId } from './wizard-steps.ts'

/** What each screen must fulfil before the next one, at the paths of the wizard's form. */
const schemas = {
  business: z.object({ business: businessStep }),
  address: subdomainStep,
  owner: z.object({ owner: ownerStep }),
  preferences: z.object({ preferences: preferencesStep }),
  review: signUpInput,
} satisfies Record<StepId, z.ZodType>

/** The resolver of one screen. */
export function createStepResolver(step: StepId, options: SignUpOptions): Resolver<Answers> {
  const resolve = zodResolver(schemas[step] as z.ZodType<Answers, Answers>)
  return async (answers, ...rest) => {
    const resolved = await resolve(answers, ...rest)
    const sentence = step === 'preferences' || step === 'review' ? roomSentence(answers, options) : undefined
    if (sentence === undefined) return resolved
    const { preferences, ...errors } = resolved.errors
    const modules = { type: 'custom', message: sentence }
    return { values: {}, errors: { ...errors, preferences: { ...preferences, modules } } }
  }
}

/** Why the plan has no room for the modules that were ticked; the rest of what was ticked belongs to no choice. */
function roomSentence({ business, preferences }: Answers, options: SignUpOptions): string | undefined {
  const extras = extraModules(options, business.industry).filter(({ id }) => preferences.modules.includes(id))
  return tooManyModules(preferences.plan, 1 + extras.length)
}
