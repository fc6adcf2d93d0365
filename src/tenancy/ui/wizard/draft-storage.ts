import { createAnswers, type Answers } from './answers.ts'

const KEY = 'berth.sign-up'

/** What survives a reload: every answer but the password, and how far the person has come. */
export type Draft = {
  answers: Answers
  /** position of the furthest step that may be opened */
  furthest: number
  /** the address last proposed from the business name; one that was typed differs from it */
  suggested: string
  /** run that builds the workspace, once it was asked for */
  createdRunId?: string
}

/** The draft of this browser tab, merged over empty answers; null without one or when it cannot be read. */
export function readDraft(): Draft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (!isRecord(stored) || !isRecord(stored['answers'])) return null
    const { furthest, suggested, createdRunId } = stored
    return {
      answers: fill(createAnswers(), stored['answers']),
      furthest: typeof furthest === 'number' ? furthest : 0,
      suggested: typeof suggested === 'string' ? suggested : '',
      ...(typeof createdRunId === 'string' ? { createdRunId } : {}),
    }
  } catch {
    // Storage switched off, or another shape from an earlier visit: start empty.
    return null
  }
}

/** Keeps the draft in this tab. A browser that refuses storage only loses the survival of reloads. */
export function writeDraft(draft: Draft): void {
  const { answers } = draft
  const kept = { ...draft, answers: { ...answers, owner: { ...answers.owner, password: '' } } }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    return
  }
}

/** Forgets the draft. */
export function deleteDraft(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    return
  }
}

/** Copies stored values over the defaults wherever the kind of value is the same. */
function fill<Value>(defaults: Value, stored: unknown): Value {
  if (Array.isArray(defaults)) {
    return Array.isArray(stored) && stored.every((entry) => typeof entry === 'string')
      ? (stored as Value)
      : defaults
  }
  if (isRecord(defaults)) {
    if (!isRecord(stored)) return defaults
    const entries = Object.entries(defaults).map(([key, value]) => [key, fill(value, stored[key])])
    return Object.fromEntries(entries) as Value
  }
  return typeof stored === typeof defaults ? (stored as Value) : defaults
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
