'use client'

import styles from '../docs.module.css'
import type { Group } from './list-operations.ts'

/** The groups that are shown, with how many operations each has. */
export function GroupLinks({ groups }: { groups: readonly Group[] }) {
  return (
    <nav aria-label="Groups" className={styles.chips}>
      {groups.map(({ id, name, operations }) => (
        <a key={id} href={`#${id}`}>
          {name}
          <span>{operations.length}</span>
        </a>
      ))}
    </nav>
  )
}
