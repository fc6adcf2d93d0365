import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Without the router: it may be what is broken. */
const HOME = '/'

/** Header and main part without any script, for the pages that come along with every other one. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={styles.bar}>
        <a href={HOME} className={styles.home}>
          Berth
        </a>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </>
  )
}
