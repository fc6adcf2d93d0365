import styles from './notice.module.css'

/** The way to an existing workspace. */
export function SignInLink() {
  return (
    <a href="/login" className={styles.headerLink}>
      Sign in
    </a>
  )
}
