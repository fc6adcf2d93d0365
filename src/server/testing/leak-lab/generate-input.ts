import { newId } from '#src/shared/ids.ts'
import type { z } from 'zod'
import type { $ZodTypes } from 'zod/v4/core'
import { generateValue, isIdField, isSecretField, type Choices } from './generate-value.ts'
import type { LabProcedure } from './procedures.ts'
import { samplesFor } from './samples.ts'

/**
 * An input that the procedure's own schema accepts, so that a call gets past it and reaches the data.
 * @throws Error that says which sample is missing
 */
export function generateInput(procedure: LabProcedure, choices: Omit<Choices, 'samples'>): unknown {
  const { path, inputs } = procedure
  const known = { ...choices, samples: samplesFor(procedure) }
  const parts = inputs.map((schema) => generateValue(schema, '', known))
  const input = parts.length > 1 ? Object.assign({}, ...parts) : parts[0]
  const issues = inputs.flatMap((schema) => schema.safeParse(input).error?.issues ?? [])
  if (issues.length > 0) {
    const what = issues.map((issue) => `${issue.path.map(String).join('.')} (${issue.message})`).join(', ')
    throw new Error(
      `The leak lab cannot make an input for ${path}: ${what}. ` +
        'Add a value that passes to src/server/testing/leak-lab/samples.ts, under the name of the field.',
    )
  }
  return input
}

/** The fields of a procedure's input that name something or prove something. */
export function listKeyFields({ inputs }: LabProcedure): { ids: string[]; secrets: string[] } {
  const fields = inputs.flatMap((schema) => Object.entries(shapeOf(schema)))
  return {
    ids: fields.filter(([name, schema]) => isIdField(name, schema)).map(([name]) => name),
    secrets: fields.filter(([name]) => isSecretField(name)).map(([name]) => name),
  }
}

/** The fields of a procedure's input by name, each with the values it can have if those are a closed list. */
export function listFields({ inputs }: LabProcedure): [string, readonly unknown[]][] {
  return inputs.flatMap((schema) =>
    Object.entries(shapeOf(schema)).map(([name, field]): [string, readonly unknown[]] => [
      name,
      [...(innermost(field)._zod.values ?? [])],
    ]),
  )
}

/** An input with one field more than it must have, filled with what its schema asks for. */
export function withField(procedure: LabProcedure, name: string): unknown {
  const field = procedure.inputs.flatMap((schema) => shapeOf(schema)[name] ?? [])[0]
  const samples = samplesFor(procedure)
  const value =
    field &&
    generateValue(field, name, { idOf: () => newId(), secretOf: () => undefined, fill: 'all', samples })
  return { [name]: value }
}

function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as $ZodTypes)._zod
  return 'innerType' in def ? innermost(def.innerType) : schema
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const { def } = (schema as $ZodTypes)._zod
  if (def.type === 'object') return def.shape
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault')
    return shapeOf(def.innerType)
  return def.type === 'pipe' ? shapeOf(def.in) : {}
}
