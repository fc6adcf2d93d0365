import { z } from 'zod'

export const MAX_PAGE_SIZE = 100
export const DEFAULT_PAGE_SIZE = 20

/** Paging and search input shared by every list; numbers may arrive as query strings. */
export const pageInput = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  order: z.enum(['asc', 'desc']).default('asc'),
  q: z.string().trim().max(200).optional(),
})

/** One page of a list: `total` counts all matches, `page` starts at 1. */
export type Page<T> = { items: T[]; total: number; page: number; limit: number }

/** Describes one page of a list. */
export function pageOutput<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.int(),
    page: z.int(),
    limit: z.int(),
  })
}

/** Rows to skip for a page that starts at 1. */
export function pageOffset({ page, limit }: { page: number; limit: number }): number {
  return (page - 1) * limit
}
