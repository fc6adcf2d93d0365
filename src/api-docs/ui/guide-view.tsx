import type { GuideSection, GuideStep } from '../guide/guide-step.ts'
import { AnswerView } from './answer-view.tsx'
import { CodeBlock } from './code-block.tsx'
import styles from './docs.module.css'
import { InlineText } from './inline-text.tsx'
import { KeepNote } from './keep-note.tsx'

/** The guide: what it says on the left, what to type and what comes back on the right. */
export function GuideView({ sections, origin }: { sections: readonly GuideSection[]; origin: string }) {
  return sections.map(({ id, title, steps }) => (
    <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      {steps.map((step) => (
        <Step key={step.id} step={step} origin={origin} />
      ))}
    </section>
  ))
}

function Step({ step, origin }: { step: GuideStep; origin: string }) {
  const { id, title, prose, command, expect, keep } = step
  return (
    <article id={id} className={styles.step}>
      <div className={styles.prose}>
        <h3>
          <a href={`#${id}`}>{title}</a>
        </h3>
        {prose.map((paragraph) => (
          <p key={paragraph}>
            <InlineText text={paragraph} />
          </p>
        ))}
      </div>
      {command && (
        <div className={styles.try}>
          {id === 'base-address' && (
            <CodeBlock code={`export BERTH=${origin}`} label="Once, in your shell" isCommand />
          )}
          <CodeBlock code={command} label="Try it" isCommand />
          {expect && <AnswerView {...expect} />}
          {keep && <KeepNote keep={keep} />}
        </div>
      )}
    </article>
  )
}
