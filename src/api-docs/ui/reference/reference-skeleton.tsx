'use client'

import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import styles from '../docs.module.css'

/** Stands where the operations are about to be. */
export function ReferenceSkeleton() {
  return (
    <div className={styles.skeleton}>
      <SkeletonRows rows={10} label="Loading the description of the API" />
    </div>
  )
}
