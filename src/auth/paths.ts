/** Pages that links in mails open; the token stands behind a `#`, so that no server sees it. */
export const RESET_PASSWORD_PATH = '/reset-password'
export const CONFIRM_EMAIL_PATH = '/confirm-email'
