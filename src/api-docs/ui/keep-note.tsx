import styles from './docs.module.css'

/** Which parts of an answer later commands read, and from which variables. */
export function KeepNote({ keep }: { keep: Readonly<Record<string, string>> }) {
  return (
    <p className={styles.keep}>
      Keep for later:{' '}
      {Object.entries(keep).map(([variable, field], index) => (
        <span key={variable}>
          {index > 0 && ', '}
          <code className={styles.code}>{field}</code> as <code className={styles.code}>{variable}</code>
        </span>
      ))}
    </p>
  )
}
