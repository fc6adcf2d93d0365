import { z } from 'zod'
import { describeField, typeSentence, type Field, type FieldOptions } from './field.ts'
import { hasFilter } from './filter.ts'
import { hasForbiddenCharacters, storedText } from './text-rules.ts'

const MAX_TAGS = 30
const MAX_LENGTH = 40

export type TagsField = Field<'tags', string[], 'defaulted', 'has'> & {
  sortable: false
  max: number
  maxLength: number
}

/** A few short words in an order of their own; the same word twice, upper or lower case, counts once. */
export function tags(options: Omit<FieldOptions<string[]>, 'required'>): TagsField {
  return {
    kind: 'tags',
    ...describeField({ ...options, default: options.default ?? [] }),
    defaultValue: options.default ?? [],
    sortable: false,
    columnType: 'text[]',
    filter: hasFilter,
    max: MAX_TAGS,
    maxLength: MAX_LENGTH,
    value: z
      .array(
        z
          .string('Each entry must be text.')
          .min(1, 'An entry cannot be empty.')
          .max(MAX_LENGTH, `At most ${MAX_LENGTH} characters each.`)
          .refine((tag) => !hasForbiddenCharacters(tag), 'Control characters are not allowed.'),
        { error: typeSentence('Enter a list.', 'This must be a list of texts.') },
      )
      .max(MAX_TAGS, `At most ${MAX_TAGS} entries.`),
    output: z.array(z.string()),
    normalise,
    toRow: (list) => list,
    toJson: (stored) => (Array.isArray(stored) ? stored.map(storedText) : []),
  }
}

function normalise(raw: unknown): unknown {
  if (!Array.isArray(raw)) return raw === '' ? null : raw
  const seen = new Set<unknown>()
  return raw
    .map((tag: unknown) => (typeof tag === 'string' ? tag.trim() : tag))
    .filter((tag) => {
      const key = typeof tag === 'string' ? tag.toLowerCase() : tag
      return tag !== '' && !seen.has(key) && seen.add(key)
    })
}
