import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  /** What the answer's status means, in small above the title. */
  label: string
  title: string
  picture?: ReactNode
  children: ReactNode
  actions?: ReactNode
}

/**
 * A page that has one thing to say, and ways on from there. Plain elements, because parts of it come along with
 * every page in case it is missing or breaks.
 */
export function Notice({ label, title, picture, children, actions }: NoticeProps) {
  return (
    <div className={styles.notice}>
      {picture}
      <p className={styles.label}>{label}</p>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

interface NoticeLinkProps {
  href: string
  quiet?: boolean
  children: string
}

/** A way on. A full page load, since it may lead to another host. */
export function NoticeLink({ href, quiet = false, children }: NoticeLinkProps) {
  return (
    <a href={href} className={quiet ? styles.quiet : styles.primary}>
      {children}
    </a>
  )
}

/** What support needs to find the failure. */
export function NoticeFacts({ code, requestId }: { code: string; requestId?: string | undefined }) {
  return (
    <dl className={styles.facts}>
      <dt>Code</dt>
      <dd>{code}</dd>
      {requestId && (
        <>
          <dt>Request id</dt>
          <dd>{requestId}</dd>
        </>
      )}
    </dl>
  )
}
