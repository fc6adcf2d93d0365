'use client'

import { createContext, use, useState, type ReactNode } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/**
 * Keeps the nonce of the document for everything below. Pages that are loaded without a new document come from
 * answers with nonces of their own, which the policy of this document does not know.
 */
export function NonceProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [own] = useState(nonce)
  return <NonceContext value={own}>{children}</NonceContext>
}

/** The nonce that inline styles of this document have to bear. */
export function useNonce(): string | undefined {
  return use(NonceContext)
}
