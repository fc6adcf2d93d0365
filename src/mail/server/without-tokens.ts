/** The text with its addresses cut where a token could begin: whoever reads it later cannot use the link. */
export function withoutTokens(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#]*)[?#]\S+/g, '$1?…')
}

/** True for a mail whose links are gone: it says where to go, but its reader would not be let in. */
export function hasLostTokens(body: string): boolean {
  return /^https?:\/\/[^\s?#]*\?…$/m.test(body)
}
