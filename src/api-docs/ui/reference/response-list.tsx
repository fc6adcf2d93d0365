'use client'

import styles from '../docs.module.css'
import { STATUS_CODES } from '../status-codes.ts'
import { flattenSchema } from './flatten-schema.ts'
import { follow, type OpenApi, type Operation } from './open-api.ts'
import { SchemaTable } from './schema-table.tsx'

/** What may come back: success with its fields, failures by their codes. */
export function ResponseList({ operation, document }: { operation: Operation; document: OpenApi }) {
  const answers = Object.entries(operation.responses).map(([status, reference]) => {
    const { description = '', content } = follow(document, reference)
    const { schema, examples } = content?.['application/json'] ?? {}
    return { status: Number(status), description, schema, codes: Object.keys(examples ?? {}) }
  })
  const success = answers.find(({ status }) => status < 400)
  const failures = answers.filter(({ status }) => status >= 400)
  return (
    <>
      {success?.schema && (
        <SchemaTable
          title={`Answers ${success.status} ${STATUS_CODES[success.status] ?? ''}`}
          rows={flattenSchema(document, success.schema)}
        />
      )}
      <h3 className={styles.facet}>Errors</h3>
      <dl className={styles.failures}>
        {failures.map(({ status, codes }) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd>
              {codes.map((code) => (
                <a key={code} href={`/docs/errors#${code}`} className={styles.link}>
                  {code}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
