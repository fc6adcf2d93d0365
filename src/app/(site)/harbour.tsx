import { basin, placeTicks } from '#src/provisioning/ui/berth-plan.ts'
import styles from './landing.module.css'

/** Water, quay and land of the drawing, without what lies in it. */
export function Harbour() {
  return (
    <>
      <path className={styles.wave} d="M0 30c60-16 96 12 150 0s60-14 84-6" />
      <path className={styles.wave} d="M0 64c48-12 88 10 140 0s62-10 84-4" />
      <path className={styles.wave} d="M0 98c60-14 92 12 150 2s58-12 80-6" />
      <path className={styles.land} d={basin.land} />
      <path className={styles.edge} d={basin.edge} />
      <path className={styles.tick} d={placeTicks()} />
    </>
  )
}
