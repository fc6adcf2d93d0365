import NextLink from 'next/link'
import { LandingCard } from './landing-card.tsx'
import styles from './landing.module.css'
import { recordedRun } from './recorded-run.ts'

/** Headline, the one thing to do, and the picture of what will happen. */
export function Hero({ domain }: { domain: string }) {
  return (
    <section className={styles.hero} aria-labelledby="headline">
      <div>
        <h1 id="headline" className={styles.headline}>
          A workspace of your own, built while you watch
        </h1>
        <p className={styles.lead}>
          Sign your business up. Berth builds it a separate place in the database, tests the walls and hands
          you the key, with every real step in view.
        </p>
        <p className={styles.actions}>
          <NextLink href="/signup" className={styles.primary}>
            Create your workspace
          </NextLink>
          <span className={styles.aside}>Five short screens, then about a second.</span>
        </p>
      </div>
      <figure className={styles.figure}>
        <LandingCard domain={domain} />
        <figcaption className={styles.caption}>
          A recorded sign-up, played at its true speed: {recordedRun.totalMs} ms.
        </figcaption>
      </figure>
    </section>
  )
}
