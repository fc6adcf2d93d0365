'use client'

import { useEffect, useRef, useState } from 'react'
import styles from '../docs.module.css'
import type { Listed } from './list-operations.ts'
import type { OpenApi } from './open-api.ts'
import { OperationDetails } from './operation-details.tsx'
import { useHash } from './use-hash.ts'

/** One operation as a line that opens. An address that ends in its id opens it, and opening puts the id there. */
export function OperationEntry({ listed, document }: { listed: Listed; document: OpenApi }) {
  const { id, method, path, operation } = listed
  const isAddressed = useHash() === id
  const [isOpen, setOpen] = useState(isAddressed)
  const [wasAddressed, setWasAddressed] = useState(isAddressed)
  const entry = useRef<HTMLDetailsElement>(null)
  if (isAddressed !== wasAddressed) {
    setWasAddressed(isAddressed)
    if (isAddressed) setOpen(true)
  }
  useEffect(() => {
    if (isAddressed) entry.current?.scrollIntoView({ block: 'start' })
  }, [isAddressed])

  function noteToggle(isNowOpen: boolean): void {
    setOpen(isNowOpen)
    // Without a jump, and without an entry in the history for every look.
    if (isNowOpen && !isAddressed) history.replaceState(history.state, '', `#${id}`)
  }

  return (
    <li>
      <details
        ref={entry}
        id={id}
        open={isOpen}
        className={styles.operation}
        onToggle={(event) => noteToggle(event.currentTarget.open)}
      >
        <summary>
          <span className={styles.method} data-method={method}>
            {method}
          </span>
          <span className={styles.path}>{path}</span>
          <span className={styles.summary}>{operation.summary}</span>
        </summary>
        {isOpen && <OperationDetails listed={listed} document={document} />}
      </details>
    </li>
  )
}
