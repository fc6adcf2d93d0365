import type { RunQuery } from '#src/db/server/run-query.ts'
import type { SearchAnswer, SearchInput } from '../search.ts'
import { readPassages, readSnippets } from './highlight.ts'
import { findDocuments, listAlikeWords } from './search.repository.ts'

/** Minus of minus of minus: PostgreSQL gives up at the thirty-third. */
const NESTED_MINUS = /-(?:[^\p{L}\p{N}]*-)+/gu

/** Words that are looked at for slips of the keyboard. */
const MAX_WORDS = 6

/** The passages that answer a query best, and other words to look for when there are none. */
export async function searchPassages(query: RunQuery, input: SearchInput): Promise<SearchAnswer> {
  const { page, limit } = input
  const { items, total } = await findDocuments(query, { ...input, q: input.q.replace(NESTED_MINUS, ' ') })
  return {
    items: items.map(({ title, body, updatedAt, ...item }) => ({
      ...item,
      title: readSnippets(title),
      passages: readPassages(body),
      updatedAt: new Date(updatedAt).toISOString(),
    })),
    total,
    page,
    limit,
    suggestion: total === 0 ? await suggest(query, input) : null,
  }
}

/** The query with words that titles have in the place of those that are like them; null when it stays the same. */
async function suggest(query: RunQuery, { q, status }: SearchInput): Promise<string | null> {
  const words = [...new Set(q.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])].slice(0, MAX_WORDS)
  if (words.length === 0) return null
  const alike = new Map((await listAlikeWords(query, { words, status })).map((row) => [row.asked, row.alike]))
  const suggestion = words.map((word) => alike.get(word) ?? word).join(' ')
  return suggestion === words.join(' ') ? null : suggestion
}
