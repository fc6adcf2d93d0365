/** Adds the tags in a typed or pasted text (parted by comma, semicolon or line), without doubles whatever their case. */
export function addTags(tags: readonly string[], text: string, max: number): string[] {
  const next = [...tags]
  const seen = new Set(tags.map((tag) => tag.toLowerCase()))
  for (const part of text.split(/[,;\n]/)) {
    const tag = part.trim().replaceAll(/\s+/g, ' ')
    if (tag === '' || seen.has(tag.toLowerCase()) || next.length >= max) continue
    seen.add(tag.toLowerCase())
    next.push(tag)
  }
  return next
}
