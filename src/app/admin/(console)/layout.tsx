import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { readIsFolded } from '../../read-is-folded.ts'
import { ConsoleApp } from '../console-app.tsx'
import { readConsolePerson, readSite } from '../read-console.ts'

export const metadata: Metadata = {
  title: { default: 'Console', template: '%s · Berth console' },
  robots: { index: false },
}

/** The frame around every page of the console. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [person, site, isFolded] = await Promise.all([readConsolePerson(), readSite(), readIsFolded()])
  // The server sends everybody else away before; this holds should it ever not.
  if (!person) redirect('/admin/login')
  return (
    <ConsoleApp person={person} {...site} isFolded={isFolded}>
      {children}
    </ConsoleApp>
  )
}
