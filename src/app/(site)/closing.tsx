import NextLink from 'next/link'
import { placeBollards, view } from '#src/provisioning/ui/berth-plan.ts'
import { Harbour } from './harbour.tsx'
import styles from './landing.module.css'
import { recordedRun } from './recorded-run.ts'

/** The same one thing to do, for those who read to the end: an empty berth. */
export function Closing() {
  return (
    <section className={styles.closing} aria-labelledby="closing">
      <div>
        <h2 id="closing" className={styles.heading}>
          Your berth is free
        </h2>
        <p>Every workspace starts as a trial. Choose an address and see.</p>
        <NextLink href="/signup" className={styles.primary}>
          Create your workspace
        </NextLink>
      </div>
      <svg viewBox={`0 0 ${view.width} ${view.height}`} className={styles.plan} aria-hidden>
        <Harbour />
        {placeBollards(recordedRun.steps.length).map(({ x, y }) => (
          <circle key={x} className={styles.unlit} cx={x} cy={y} r="4.5" />
        ))}
      </svg>
    </section>
  )
}
