import { CircleCheck, DatabaseZap, Fence, Table2, UserRoundCog } from 'lucide-react'
import styles from './landing.module.css'
import { recordedRun } from './recorded-run.ts'

/** Why to believe it: isolation, honesty, speed, each with something to check. */
export function Proofs() {
  return (
    <section className={styles.section} aria-labelledby="proofs">
      <h2 id="proofs" className={styles.heading}>
        Three promises you can check
      </h2>
      <div className={styles.columns}>
        <article className={styles.proof}>
          <h3>Apart, four times over</h3>
          <p>Your records share a database with others, and nothing more. Each of these walls holds alone.</p>
          <ul className={styles.walls}>
            <li>
              <DatabaseZap size={18} aria-hidden /> A schema of your own
            </li>
            <li>
              <UserRoundCog size={18} aria-hidden /> A database role of your own
            </li>
            <li>
              <Table2 size={18} aria-hidden /> A lock on every row
            </li>
            <li>
              <Fence size={18} aria-hidden /> No query without your name on it
            </li>
          </ul>
        </article>
        <article className={styles.proof}>
          <h3>A status that tells the truth</h3>
          <p>
            Every step is written down before it is shown, and the percentage counts finished work only. Close
            the tab and come back: nothing is missing.
          </p>
          <p>
            If a step fails you read which one, and why. Everything built so far is taken back in one stroke,
            and one button starts again.
          </p>
        </article>
        <article className={styles.proof}>
          <h3>Done before you wonder</h3>
          <p className={styles.number}>
            {recordedRun.totalMs}
            <span> ms</span>
          </p>
          <p>
            from the first statement to open doors: role, schema, tables, locks, first records and the test of
            the walls, in a single transaction.
          </p>
          <p className={styles.note}>
            <CircleCheck size={16} aria-hidden /> Measured on two cores, disk writes included.
          </p>
        </article>
      </div>
    </section>
  )
}
