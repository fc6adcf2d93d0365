'use client'

import { KeyRound } from 'lucide-react'
import { CodeBlock } from '../code-block.tsx'
import styles from '../docs.module.css'
import { InlineText } from '../inline-text.tsx'
import { curlOf } from './curl-of.ts'
import { flattenSchema, type SchemaRow } from './flatten-schema.ts'
import type { Listed } from './list-operations.ts'
import { follow, type OpenApi } from './open-api.ts'
import { ResponseList } from './response-list.tsx'
import { SchemaTable } from './schema-table.tsx'

/** All there is to know about one operation. */
export function OperationDetails({ listed, document }: { listed: Listed; document: OpenApi }) {
  const { operation } = listed
  const access = operation['x-berth-access']
  const description = operation.description?.replace(access.sentence, '').trim()
  const body = operation.requestBody?.content['application/json']?.schema
  return (
    <div className={styles.details}>
      <div className={styles.facets}>
        <p className={styles.access}>
          <KeyRound size={16} aria-hidden />
          <span>{access.sentence}</span>
        </p>
        {description && (
          <p>
            <InlineText text={description} />
          </p>
        )}
        <SchemaTable title="Parameters" rows={listParameters(listed, document)} />
        {body && <SchemaTable title="Body" rows={flattenSchema(document, body)} />}
        <ResponseList operation={operation} document={document} />
      </div>
      <div className={styles.example}>
        <CodeBlock code={curlOf(listed, document.servers[0]?.url ?? '')} label="Example" isCommand />
      </div>
    </div>
  )
}

const PLACES = { path: 'in the path', query: 'in the query', header: 'as a header' }

/** Parameters look like fields; where they go is one more thing to say about them. */
function listParameters({ operation }: Listed, document: OpenApi): SchemaRow[] {
  return (operation.parameters ?? []).flatMap((reference) => {
    const { name, in: place, required = false, description, schema = {} } = follow(document, reference)
    const described = description === undefined ? schema : { ...schema, description }
    const rows = flattenSchema(document, {
      properties: { [name]: described },
      required: required ? [name] : [],
    })
    return rows.map((row) => ({ ...row, limits: [PLACES[place], ...row.limits] }))
  })
}
