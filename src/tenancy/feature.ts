import { z } from 'zod'
import { runStates } from '#src/provisioning/run.ts'
import { textLine } from './tenant.ts'

/** Runs that change which modules a workspace has. */
export const moduleRunKinds = ['enable-module', 'disable-module'] as const
export type ModuleRunKind = (typeof moduleRunKinds)[number]

export const featureAddress = z.object({ name: textLine({ min: 1, max: 80, missing: 'Enter a name.' }) })

export const featureOutput = z.object({
  name: z.string(),
  enabled: z.boolean(),
  isWithheld: z.boolean().describe('The plan does not have it: only the platform switches it on'),
  updatedAt: z.iso.datetime().nullable().describe('null for a module that never was switched on'),
  run: z
    .object({ id: z.uuid(), kind: z.enum(moduleRunKinds), state: z.enum(runStates) })
    .nullable()
    .describe('The newest run that switches it on or off, unless that one has succeeded'),
})
export type Feature = z.infer<typeof featureOutput>

export const updateFeatureInput = featureAddress.extend({ enabled: z.boolean() })

export const updateFeatureOutput = z.object({
  name: z.string(),
  enabled: z.boolean().describe('How it is now; the run changes it'),
  runId: z.uuid().nullable().describe('The run that does it; null where nothing was to be done'),
})
export type FeatureSwitch = z.infer<typeof updateFeatureOutput>
