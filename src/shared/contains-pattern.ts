/**
 * Text for Prisma's `contains`, which hands it to ILIKE as it is: the wildcards in it must be taken literally.
 * @see https://www.postgresql.org/docs/current/functions-matching.html#FUNCTIONS-LIKE
 */
export function containsPattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
