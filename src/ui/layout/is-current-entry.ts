/** Whether the entry leads to the page at `path` or, unless exact, to one above it. */
export function isCurrentEntry(entry: { href: string; exact?: boolean }, path: string): boolean {
  if (path === entry.href) return true
  if (entry.exact || entry.href === '/') return false
  return path.startsWith(`${entry.href}/`)
}
