'use client'

import { useNonce } from '#src/ui/nonce.tsx'

interface MomentStylesProps {
  /** Moments something happens at, in milliseconds: `--at` of the elements with that `data-at`. */
  at: readonly number[]
  /** How long all of it takes: `--total` of the element with that `data-total`. */
  total: number
}

/** Moments as variables of the style sheet. Not as style attributes, which the policy of our pages refuses. */
export function MomentStyles({ at, total }: MomentStylesProps) {
  const nonce = useNonce()
  const moments = [...new Set([...at, total])].map((ms) => `[data-at="${ms}"]{--at:${ms}}`)
  const rules = [`[data-total="${total}"]{--total:${total}}`, ...moments].join('')
  // Browsers hide the nonce from the page, so that it never equals what React remembers.
  return <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: rules }} />
}
