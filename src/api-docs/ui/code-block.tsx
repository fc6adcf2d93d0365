import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import styles from './docs.module.css'
import { splitCommand } from './split-command.ts'

interface CodeBlockProps {
  code: string
  /** what it is, for its head line and for screen readers */
  label: string
  /** to be run, so worth copying */
  isCommand?: boolean
}

/** A command, or what it answers, on ink in both colour modes. Long lines scroll, by keyboard too. */
export function CodeBlock({ code, label, isCommand = false }: CodeBlockProps) {
  return (
    <figure className={styles.block}>
      <figcaption className={styles.blockHead}>
        <span>{label}</span>
        {isCommand && <CopyButton value={code} label="Copy command" />}
      </figcaption>
      {/* A region that scrolls has to be reachable without a mouse. */}
      <pre className={styles.blockBody} tabIndex={0} aria-label={label} role="group">
        <code>
          {splitCommand(code).map(({ kind, text }, index) =>
            kind === 'plain' ? (
              text
            ) : (
              <span key={index} className={styles[kind]}>
                {text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  )
}
