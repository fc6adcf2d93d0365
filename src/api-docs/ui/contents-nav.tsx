import styles from './docs.module.css'

export type ContentsPart = {
  id: string
  title: string
  /** how many there are, where that says something */
  count?: number
  entries?: readonly { id: string; title: string }[]
}

/** What is on this page. */
export function ContentsNav({ parts }: { parts: readonly ContentsPart[] }) {
  return (
    <nav aria-label="On this page" className={styles.contents}>
      <ul>
        {parts.map(({ id, title, count, entries = [] }) => (
          <li key={id}>
            <a href={`#${id}`} className={styles.contentsPart}>
              {title}
              {count !== undefined && <span>{count}</span>}
            </a>
            {entries.length > 0 && (
              <ul>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <a href={`#${entry.id}`}>{entry.title}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
