/** Where people of the platform work, on the apex. */
export const CONSOLE_PATH = '/admin'

/** True for the console's own pages. */
export function isConsolePath(path: string): boolean {
  return path === CONSOLE_PATH || path.startsWith(`${CONSOLE_PATH}/`)
}

/** The sign-in page for whoever is on a page. @param path of that page */
export function signInPathFor(path: string): string {
  return isConsolePath(path) ? `${CONSOLE_PATH}/login` : '/login'
}

/** Pages that links in mails open; the token stands behind a `#`, so that no server sees it. */
export const RESET_PASSWORD_PATH = '/reset-password'
export const CONFIRM_EMAIL_PATH = '/confirm-email'
