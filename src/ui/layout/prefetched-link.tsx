'use client'

import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link of the navigation. The pages behind are shells of a few hundred bytes: fetched beforehand, they open without
 * a wait on slow networks too, and show their own skeletons.
 */
export function PrefetchedLink(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch {...props} />
}
