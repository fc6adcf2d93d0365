import { errorCatalogue, type ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { Response, Responses } from './document.ts'

/** Failed answers by status, each with the codes it may carry. */
export type ErrorAnswers = { name: string; status: number; codes: readonly ErrorCode[] }[]

/** Groups codes by their status. Many operations fail in the same ways, so each group has a name to refer to. */
export function groupErrors(codes: readonly ErrorCode[]): ErrorAnswers {
  const order = Object.keys(errorCatalogue)
  const sorted = codes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const byStatus = Map.groupBy(sorted, (code) => errorCatalogue[code].status)
  return [...byStatus]
    .map(([status, group]) => ({ name: `${status}.${group.join('.')}`, status, codes: group }))
    .toSorted((a, b) => a.status - b.status)
}

/** The answers of an operation, by reference. */
export function referToErrors(answers: ErrorAnswers): Responses {
  return Object.fromEntries(
    answers.map(({ name, status }) => [String(status), { $ref: `#/components/responses/${name}` }]),
  )
}

/** One answer with an example of every code. */
export function describeErrors({ status, codes }: ErrorAnswers[number]): Response {
  const isWorthWaiting = status === 429 || status === 503
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCatalogue[code].message}`).join(' '),
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(isWorthWaiting ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
    },
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Error' },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  }
}
