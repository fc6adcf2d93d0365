import { z } from 'zod'
import { MAX_PAGE_SIZE } from '#src/shared/pagination.ts'
import { searchText } from '#src/resources/fields/filter.ts'

/** Beyond this a result is no help any more: ask in other words. */
export const MAX_FOUND = 1_000

const status = z.enum(['draft', 'published', 'archived'])
export type DocumentStatus = z.infer<typeof status>

export const searchInput = z.object({
  q: searchText
    .min(1, 'Enter what you are looking for.')
    .describe('Words as in a search engine: "exact words", or, -without'),
  status: z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(status).min(1, 'Choose at least one status.').max(3),
    )
    .default(['published'])
    .describe('Which documents are searched, such as `draft,published`'),
  page: z.coerce.number().int().min(1).max(MAX_FOUND).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(10),
})
export type SearchInput = z.infer<typeof searchInput>

/** A piece of a text that was found, and whether it is one of the words asked for. */
const snippet = z.object({ text: z.string(), hit: z.boolean() })
export type Snippet = z.infer<typeof snippet>

const foundDocument = z.object({
  id: z.uuid(),
  title: z.array(snippet),
  passages: z.array(z.array(snippet)).describe('The places of the text that answer best, at most three'),
  source: z.string().nullable(),
  status,
  rank: z.number().describe('How well it answers, compared with the others; hits in the title count more'),
  updatedAt: z.iso.datetime(),
})
export type FoundDocument = z.infer<typeof foundDocument>

export const searchOutput = z.object({
  items: z.array(foundDocument),
  total: z.number().int().describe(`At most ${MAX_FOUND}`),
  page: z.number().int(),
  limit: z.number().int(),
  suggestion: z.string().nullable().describe('Other words to look for, when nothing was found'),
})
export type SearchAnswer = z.infer<typeof searchOutput>
