import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { z } from 'zod'
import { businessStep, ownerStep, preferencesStep, signUpInput, subdomainStep } from '../../sign-up.ts'
import type { Answers } from './answers.ts'
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
export function createStepResolver(step: StepId): Resolver<Answers> {
  return zodResolver(schemas[step] as z.ZodType<Answers, Answers>)
}
