/** The pages of the documentation, in the order of their links. */
export const docsPages = [
  { id: 'guide', href: '/docs', label: 'First steps' },
  { id: 'reference', href: '/docs/reference', label: 'Reference' },
  { id: 'errors', href: '/docs/errors', label: 'Errors' },
] as const

export type DocsPage = (typeof docsPages)[number]['id']
