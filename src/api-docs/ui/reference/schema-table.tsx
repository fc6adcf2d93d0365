'use client'

import styles from '../docs.module.css'
import { InlineText } from '../inline-text.tsx'
import type { SchemaRow } from './flatten-schema.ts'

/** The fields of an input or an answer, nested ones under the names they lie in. */
export function SchemaTable({ title, rows }: { title: string; rows: readonly SchemaRow[] }) {
  if (rows.length === 0) return null
  return (
    <table className={styles.fields}>
      <caption>{title}</caption>
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.within}${row.name}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: SchemaRow }) {
  const { within, name, type, isRequired, description, choices, limits } = row
  return (
    <tr>
      <th scope="row">
        <span className={styles.within}>{within}</span>
        {name}
        {isRequired && <span className={styles.required}>required</span>}
      </th>
      <td>
        <span className={styles.type}>{type}</span>
        {choices.map((choice) => (
          <code key={choice} className={styles.code}>
            {choice}
          </code>
        ))}
        {limits.length > 0 && <span className={styles.limits}>{limits.join(', ')}</span>}
        {description && (
          <p>
            <InlineText text={description} />
          </p>
        )}
      </td>
    </tr>
  )
}
