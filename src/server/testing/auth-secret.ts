/** The secret of every installation that exists for a test. */
export const AUTH_SECRET = 'a secret for tests only, long enough'
