'use client'

import { Button } from '@chakra-ui/react/button'
import { useDeferredValue, useMemo, useState } from 'react'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import styles from '../docs.module.css'
import { GroupLinks } from './group-links.tsx'
import { listGroups, searchGroups } from './list-operations.ts'
import type { OpenApi } from './open-api.ts'
import { OperationEntry } from './operation-entry.tsx'
import { ReferenceSearch } from './reference-search.tsx'
import { ReferenceSkeleton } from './reference-skeleton.tsx'
import { useOpenApi } from './use-open-api.ts'

/** Every operation, read from the document that the API gives about itself. */
export function ReferenceView() {
  const loading = useOpenApi()
  switch (loading.state) {
    case 'loading':
      return <ReferenceSkeleton />
    case 'failed':
      return (
        <ErrorState
          title="The description of the API did not arrive"
          message="It is fetched from this server. Try again in a moment."
          action={<Button onClick={loading.retry}>Try again</Button>}
        />
      )
    default:
      return <Operations document={loading.document} />
  }
}

function Operations({ document }: { document: OpenApi }) {
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const groups = useMemo(() => listGroups(document), [document])
  const found = useMemo(() => searchGroups(groups, wanted), [groups, wanted])
  const count = found.reduce((sum, { operations }) => sum + operations.length, 0)
  return (
    <>
      <ReferenceSearch value={search} onChange={setSearch} count={count} />
      <GroupLinks groups={found} />
      {found.map(({ id, name, description, operations }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.group}>
          <h2 id={`${id}-title`}>{name}</h2>
          <p className={styles.groupLead}>{description}</p>
          <ul className={styles.operations}>
            {operations.map((listed) => (
              <OperationEntry key={listed.id} listed={listed} document={document} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
