import { CodeBlock } from './code-block.tsx'
import styles from './docs.module.css'
import { InlineText } from './inline-text.tsx'

const SAMPLE = {
  error: {
    code: 'VALIDATION_FAILED',
    message: 'Some fields need another look.',
    requestId: '019eae1c-52ac-7d63-b263-a68d38e1f0a1',
    details: { fields: { species: ['Choose one of the list.'] } },
  },
}

const FACTS = [
  '`code` is what programs decide by.',
  '`message` is for people; a call may say more than the sentence here.',
  '`requestId` is also in the header `X-Request-Id` and in every line of our log. It is what we need to help.',
  '`details` is there when there is more to say, most often sentences for the `fields` of the input.',
]

/** The one body that every failed call has. */
export function ErrorShape() {
  return (
    <section id="shape" aria-labelledby="shape-title" className={styles.section}>
      <h2 id="shape-title">One shape</h2>
      <div className={styles.step}>
        <ul className={styles.facts}>
          {FACTS.map((fact) => (
            <li key={fact}>
              <InlineText text={fact} />
            </li>
          ))}
        </ul>
        <div className={styles.try}>
          <CodeBlock code={JSON.stringify(SAMPLE, null, 2)} label="Every failed call answers" />
        </div>
      </div>
    </section>
  )
}
