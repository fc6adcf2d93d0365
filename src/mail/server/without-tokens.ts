/** The text with its addresses cut where a token could begin: whoever reads it later cannot use the link. */
export function withoutTokens(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#]*)[?#]\S+/g, '$1?…')
}
