'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ControlInput } from '#src/ui/form/control.tsx'
import styles from '../docs.module.css'

interface ReferenceSearchProps {
  value: string
  onChange: (value: string) => void
  count: number
}

/** Narrows the list down as one types; the slash key leads here from anywhere on the page. */
export function ReferenceSearch({ value, onChange, count }: ReferenceSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    function focusOnSlash(event: KeyboardEvent): void {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', focusOnSlash)
    return () => removeEventListener('keydown', focusOnSlash)
  }, [])
  return (
    <div className={styles.search}>
      <label className={styles.searchBox}>
        <span className={styles.hidden}>Search operations</span>
        <Search size={16} aria-hidden />
        <ControlInput
          ref={input}
          type="search"
          ps="9"
          placeholder="Search by path, word or role"
          aria-keyshortcuts="/"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p role="status" className={styles.count}>
        {count === 0 ? 'Nothing found.' : `${count} ${count === 1 ? 'operation' : 'operations'}`}
      </p>
    </div>
  )
}
