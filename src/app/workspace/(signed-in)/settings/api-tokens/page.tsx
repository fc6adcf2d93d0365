import type { Metadata } from 'next'
import { TokensPage } from './tokens-page.tsx'

export const metadata: Metadata = { title: 'API tokens' }

/** Tokens with which programs act for the person. */
export default function ApiTokensPage() {
  return <TokensPage />
}
