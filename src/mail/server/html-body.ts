const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const LINK = /^https?:\/\/\S+$/

/**
 * The HTML twin of a mail's text. Everything is escaped; a paragraph that is nothing but an address becomes a
 * link, which names cannot bring about since they are never a paragraph of their own.
 */
export function htmlBodyOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/)
  const content = paragraphs.map((paragraph) => `<p>${contentOf(paragraph)}</p>`).join('\n')
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n${content}\n</body></html>\n`
}

function contentOf(paragraph: string): string {
  const escaped = escape(paragraph)
  return LINK.test(paragraph) ? `<a href="${escaped}">${escaped}</a>` : escaped
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
