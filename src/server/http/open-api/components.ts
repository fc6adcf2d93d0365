import { errorCatalogue } from '#src/shared/errors/catalogue.ts'
import type { Components, Schema } from './document.ts'
import { describeErrors, type ErrorAnswers } from './error-responses.ts'

/** Names of the ways to say who one is. */
export const BEARER = 'bearer'
export const WATCH_TOKEN = 'watchToken'

/** What many operations refer to. @param failures the failed answers of all operations */
export function listComponents(failures: ErrorAnswers): Components {
  return {
    schemas: { Error: ERROR_SCHEMA },
    responses: Object.fromEntries(failures.map((failure) => [failure.name, describeErrors(failure)])),
    examples: listErrorExamples(),
    ...SHARED,
  }
}

const ERROR_SCHEMA = {
  type: 'object',
  description: 'The body of every failed call.',
  required: ['error'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      additionalProperties: false,
      properties: {
        code: {
          type: 'string',
          enum: Object.keys(errorCatalogue),
          description: 'What programs decide by. It does not change.',
        },
        message: { type: 'string', description: 'A sentence for people.' },
        requestId: { type: 'string', description: 'The same as in X-Request-Id.' },
        details: {
          type: 'object',
          description: 'There when there is more to say.',
          properties: {
            fields: {
              type: 'object',
              description: 'Sentences by the path of an input, such as `owner.email`.',
              additionalProperties: { type: 'array', items: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} satisfies Schema

const SHARED: Pick<Components, 'securitySchemes' | 'headers' | 'parameters'> = {
  securitySchemes: {
    [BEARER]: {
      type: 'http',
      scheme: 'bearer',
      description: 'An access token, or an API token, in `Authorization: Bearer …`.',
    },
    [WATCH_TOKEN]: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Watch-Token',
      description: 'The watch token that a sign-up answered; it opens that one run.',
    },
  },
  headers: {
    RequestId: {
      description: 'Names this call in our log: the one you sent, or a new one.',
      schema: { type: 'string' },
    },
    RateLimitLimit: { description: 'Calls you have in one period.', schema: { type: 'integer' } },
    RateLimitRemaining: { description: 'Calls you have left in this one.', schema: { type: 'integer' } },
    RateLimitReset: { description: 'Seconds until the next one begins.', schema: { type: 'integer' } },
    RetryAfter: {
      description: 'Seconds to wait before the next try.',
      schema: { type: 'integer', minimum: 1 },
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'Any text of your choice. Sent again with the same body, it gets the same answer and changes nothing.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
  },
}

function listErrorExamples(): NonNullable<Components['examples']> {
  return Object.fromEntries(
    Object.entries(errorCatalogue).map(([code, { message }]) => [
      code,
      {
        summary: message,
        value: { error: { code, message, requestId: '019eae1c-52ac-7d63-b263-a68d38e1f0a1' } },
      },
    ]),
  )
}
