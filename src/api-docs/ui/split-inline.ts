export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

const MARKS = /`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)/g

/** Splits a paragraph at its `code` and [links](/docs), the only two marks that texts of these pages have. */
export function splitInline(text: string): InlinePart[] {
  const parts: InlinePart[] = []
  let end = 0
  for (const match of text.matchAll(MARKS)) {
    const [whole, code, label, href] = match
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else parts.push({ kind: 'link', text: label ?? '', href: href ?? '' })
    end = match.index + whole.length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}
