import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SiteFooter } from '#src/ui/layout/site-footer.tsx'
import { SiteHeader } from '#src/ui/layout/site-header.tsx'
import { SignInLink } from '../sign-in-link.tsx'
import { Closing } from './closing.tsx'
import { Hero } from './hero.tsx'
import { HowItWorks } from './how-it-works.tsx'
import { Industries } from './industries.tsx'
import styles from './landing.module.css'
import { Proofs } from './proofs.tsx'

export const metadata: Metadata = {
  title: { absolute: 'Berth: a workspace of your own, built while you watch' },
  description:
    'Sign your business up and Berth builds it a separate place in the database, tests the walls and hands you the key. Every real step in view, usually in under a second.',
}

/** What Berth is, in ten seconds. Plain HTML and CSS on the theme's variables, so that it needs no script of its own. */
export default async function LandingPage() {
  const domain = (await headers()).get('x-berth-domain') ?? 'berth.localhost'
  return (
    <>
      <SiteHeader>
        <nav aria-label="Main" className={styles.nav}>
          <a href="#how">How it works</a>
          <a href="#industries">Industries</a>
          <a href="/docs">API</a>
        </nav>
        <SignInLink />
      </SiteHeader>
      <main id="main" className={styles.page}>
        <Hero domain={domain} />
        <Proofs />
        <Industries />
        <HowItWorks />
        <Closing />
      </main>
      <SiteFooter
        note="Berth builds every business a workspace of its own."
        links={[
          { href: '/signup', label: 'Create a workspace' },
          { href: '/login', label: 'Sign in to yours' },
          { href: '/docs', label: 'API documentation' },
        ]}
      />
    </>
  )
}
