import type { PermissionTable } from '#src/auth/permissions.ts'
import { createExample } from './create-example.ts'
import { describeAccess } from './describe-access.ts'
import { responsesOf, type Operation } from './document.ts'
import { groupErrors, referToErrors, type ErrorAnswers } from './error-responses.ts'
import { listErrorCodes } from './list-error-codes.ts'
import type { RestProcedure } from './rest-procedures.ts'

const SUCCESS = { 200: 'What was asked for', 201: 'The record as it was stored', 202: 'The work has begun' }
/** The header that every POST takes. */
export const IDEMPOTENCY_KEY = { $ref: '#/components/parameters/IdempotencyKey' }

/** Headers of every answer that is no failure. */
export const SUCCESS_HEADERS = {
  'X-Request-Id': { $ref: '#/components/headers/RequestId' },
  'RateLimit-Limit': { $ref: '#/components/headers/RateLimitLimit' },
  'RateLimit-Remaining': { $ref: '#/components/headers/RateLimitRemaining' },
  'RateLimit-Reset': { $ref: '#/components/headers/RateLimitReset' },
}

type Described = { method: string; procedure: RestProcedure; permissions: PermissionTable }

/**
 * Replaces what the adapter guesses about an operation by what its procedure declares.
 * @returns the failed answers it now refers to
 */
export function describeOperation(
  operation: Operation,
  { method, procedure, permissions }: Described,
): ErrorAnswers {
  const { access, openapi, successStatus = 200, errors = [], download } = procedure.meta
  const { extension, sentence, security } = describeAccess(access ?? { kind: 'signed-in' }, permissions)
  const { parameters = [], requestBody, description } = operation
  const hasInput = parameters.length > 0 || requestBody !== undefined
  const answers = groupErrors(listErrorCodes({ access, method, hasInput, declared: errors }))
  Object.assign(operation, {
    description: [description, sentence].filter(Boolean).join('\n\n'),
    security,
    'x-berth-access': { ...extension, sentence },
    parameters: method === 'post' ? [...parameters, IDEMPOTENCY_KEY] : parameters,
    responses: {
      [String(successStatus)]: {
        ...responsesOf(operation)['200'],
        ...(download ? { content: describeDownload(download) } : {}),
        description: openapi?.successDescription ?? SUCCESS[successStatus],
        headers: SUCCESS_HEADERS,
      },
      ...referToErrors(answers),
    },
  })
  addExample(operation, method)
  return answers
}

function describeDownload(types: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const } }]))
}

function addExample({ requestBody }: Operation, method: string): void {
  if (!requestBody || '$ref' in requestBody) return
  const json = requestBody.content['application/json']
  if (!json?.schema || '$ref' in json.schema) return
  // A change of nothing teaches nothing; a POST without required fields is complete when it is empty.
  const isEmpty = method === 'post' && !json.schema.required?.length
  json.example = isEmpty ? {} : createExample(json.schema)
}
