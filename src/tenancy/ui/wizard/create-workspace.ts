import { callErrorOf, createApiClient, type CallError } from '#src/trpc/ui/client.ts'
import type { SignUpOptions, SignUpResult } from '../../sign-up.ts'
import { toSignUpRequest, type Answers } from './answers.ts'
import { forgetKey, keyOfRequest } from './idempotency-key.ts'
import type { FieldErrors } from './use-wizard.ts'

type Outcome =
  | ({ kind: 'created' } & SignUpResult)
  | { kind: 'refused'; error: CallError; fields: FieldErrors; alternatives: string[] }

/** The same request may still be under way, after a reload: how often and in which distance (ms) to ask again. */
const PATIENCE = { tries: 8, waitMs: 500 }

/**
 * Asks for the workspace. The same answers asked twice make one workspace.
 * @param anew what was asked for before was given up since, so the same answers are a new wish
 */
export async function createWorkspace(
  answers: Answers,
  { options, anew }: { options: SignUpOptions; anew: boolean },
): Promise<Outcome> {
  const api = createApiClient()
  const request = toSignUpRequest(answers, options)
  if (anew) forgetKey()
  for (let attempt = 1; ; attempt += 1) {
    try {
      const context = { idempotencyKey: keyOfRequest(request) }
      return { kind: 'created', ...(await api.signUp.create.mutate(request, { context })) }
    } catch (thrown) {
      const error = callErrorOf(thrown)
      const mayAskAgain = attempt < PATIENCE.tries
      if (error.code === 'IDEMPOTENCY_MISMATCH' && mayAskAgain) {
        forgetKey()
      } else if (error.code === 'IDEMPOTENCY_IN_PROGRESS' && mayAskAgain) {
        await new Promise((resolve) => setTimeout(resolve, PATIENCE.waitMs))
      } else {
        return {
          kind: 'refused',
          error,
          fields: error.details?.fields ?? {},
          alternatives: listAlternatives(error),
        }
      }
    }
  }
}

function listAlternatives(error: CallError): string[] {
  const listed = error.details?.['alternatives']
  return Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : []
}
