/** What may be loaded by an answer that is no page: nothing, whoever opens it as one. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export type PagePolicyOptions = {
  /** of this response alone; scripts and style elements without it are not run */
  nonce: string
  /** origin the page is seen under; null when the request names none, and sockets are kept shut then */
  origin: string | null
  /** hot reload evaluates code and inserts style elements of its own */
  isDev?: boolean
}

/** What a page may load and where it may send something, as the value of Content-Security-Policy. */
export function createPagePolicy({ nonce, origin, isDev = false }: PagePolicyOptions): string {
  const isSecure = origin?.startsWith('https:') === true
  const directives = [
    "default-src 'none'",
    // Scripts that our own scripts add are trusted through them; a script element in the markup needs the nonce.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // By the letter of the standard 'self' covers sockets; not every browser follows it.
    `connect-src 'self'${origin === null ? '' : ` ${origin.replace(/^http/, 'ws')}`}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}
