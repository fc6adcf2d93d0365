'use client'

import { PageFailure, type PageFailureProps } from '../../page-failure.tsx'

/** Catches what a page could not handle. */
export default function ErrorPage(props: PageFailureProps) {
  return <PageFailure {...props} />
}
