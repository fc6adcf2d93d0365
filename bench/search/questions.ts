import type { ListQuery } from '#src/resources/record-schemas.ts'
import { RARE } from './workspace.ts'

/** What is asked of the list, by the name of its figure. */
export const questions: readonly { name: string; asked: ListQuery }[] = [
  { name: 'page 1', asked: { page: 1, limit: 20 } },
  { name: 'page 500', asked: { page: 500, limit: 20 } },
  { name: 'search for a rare word', asked: { page: 1, limit: 20, q: RARE.word } },
  { name: 'search for a common part', asked: { page: 1, limit: 20, q: 'el' } },
  { name: "search for an owner's name", asked: { page: 1, limit: 20, q: 'Amara Okonkwo' } },
]
