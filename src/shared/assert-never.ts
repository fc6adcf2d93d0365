/**
 * Marks a branch that the type checker proves unreachable.
 * @throws Error when a value reaches it all the same.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
