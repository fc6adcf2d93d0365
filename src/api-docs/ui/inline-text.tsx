import styles from './docs.module.css'
import { splitInline } from './split-inline.ts'

/** A paragraph's text with its code and links. */
export function InlineText({ text }: { text: string }) {
  return splitInline(text).map((part, index) => {
    switch (part.kind) {
      case 'code':
        return (
          <code key={index} className={styles.code}>
            {part.text}
          </code>
        )
      case 'link':
        return (
          <a key={index} href={part.href} className={styles.link}>
            {part.text}
          </a>
        )
      default:
        return part.text
    }
  })
}
