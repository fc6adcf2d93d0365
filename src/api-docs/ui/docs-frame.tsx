import type { ReactNode } from 'react'
import { SiteFooter } from '#src/ui/layout/site-footer.tsx'
import { SiteHeader } from '#src/ui/layout/site-header.tsx'
import { docsPages, type DocsPage } from './docs-pages.ts'
import styles from './docs.module.css'

interface DocsFrameProps {
  page: DocsPage
  title: string
  lead: ReactNode
  /** what is on this page, beside it on wide screens */
  contents?: ReactNode
  children: ReactNode
}

/** Head, page choice and contents around each page of the documentation. */
export function DocsFrame({ page, title, lead, contents, children }: DocsFrameProps) {
  return (
    <>
      <SiteHeader />
      <div className={styles.frame}>
        <aside className={styles.side}>
          <nav aria-label="Documentation" className={styles.pages}>
            {docsPages.map(({ id, href, label }) => (
              <a key={id} href={href} aria-current={id === page ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
          {contents}
        </aside>
        <main id="main" className={styles.main}>
          <header className={styles.head}>
            <p className={styles.overline}>API, version 1</p>
            <h1>{title}</h1>
            <p className={styles.lead}>{lead}</p>
          </header>
          {children}
        </main>
      </div>
      <SiteFooter
        note="Berth builds every business a workspace of its own."
        links={[{ href: '/api/v1/openapi.json', label: 'OpenAPI document' }]}
      />
    </>
  )
}
