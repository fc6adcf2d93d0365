import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Header and main part without any script, for the pages that come along with every other one. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={styles.bar}>
        <a href="/" className={styles.home}>
          Berth
        </a>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </>
  )
}
