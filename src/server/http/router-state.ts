import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'

/** The header in which Next's router in the browser says which parts of a page it has. */
const HEADER = 'next-router-state-tree'
/** Next refuses longer ones. */
const MAX_LENGTH = 40_000
const MAX_DEPTH = 50

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(['c', 'oc', 'd']), z.array(z.string()).nullable()]),
])
const marker = z.enum(['refetch', 'inside-shared-layout', 'metadata-only'])
const tree: z.ZodType = z.lazy(() =>
  z.tuple([
    segment,
    z.record(z.string(), tree),
    z.tuple([z.string(), z.string()]).nullish(),
    marker.nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
)

/**
 * Takes a header away that Next would stumble over with a bare 500. Without it the router gets the whole page,
 * as somebody does who comes for the first time.
 */
export function dropUnsoundRouterState(headers: IncomingHttpHeaders): void {
  const value = headers[HEADER]
  if (value !== undefined && !isSound(value)) Reflect.deleteProperty(headers, HEADER)
}

function isSound(value: string | string[]): boolean {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return false
  try {
    const text = decodeURIComponent(value)
    // What is nested deeper than any page of ours would take the checks below too far down.
    if (text.split('{').length > MAX_DEPTH) return false
    return tree.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
