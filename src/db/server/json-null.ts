import { Prisma } from '#src/generated/tenant/client.ts'

/** An empty column of type jsonb: the typed client takes a plain null for neither this nor the null of JSON. */
export const EMPTY_JSON: unknown = Prisma.DbNull
