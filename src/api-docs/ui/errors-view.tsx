import { errorCatalogue, type ErrorCode } from '#src/shared/errors/catalogue.ts'
import { errorGuide, errorParts } from '../errors/error-guide.ts'
import { CodeBlock } from './code-block.tsx'
import styles from './docs.module.css'
import { InlineText } from './inline-text.tsx'

/** Every code of the catalogue: what it says, what to do, and how to see it. */
export function ErrorsView() {
  return errorParts.map(({ id, title, codes }) => (
    <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      {codes.map((code) => (
        <ErrorEntry key={code} code={code} />
      ))}
    </section>
  ))
}

function ErrorEntry({ code }: { code: ErrorCode }) {
  const { status, message } = errorCatalogue[code]
  const advice = errorGuide[code]
  return (
    <article id={code} className={styles.step}>
      <div className={styles.prose}>
        <h3 className={styles.errorCode}>
          <a href={`#${code}`}>{code}</a>
          <span className={styles.status}>{status}</span>
        </h3>
        <p className={styles.sentence}>{message}</p>
        <p>
          <InlineText text={advice.remedy} />
        </p>
      </div>
      <div className={styles.try}>
        {'command' in advice ? (
          <CodeBlock
            code={advice.command}
            label={`How you get it${advice.when ? `, ${advice.when}` : ''}`}
            isCommand
          />
        ) : (
          <p className={styles.reason}>
            <strong>No call brings it about.</strong> <InlineText text={advice.reason} />
          </p>
        )}
      </div>
    </article>
  )
}
