import { config } from 'zod/v4/core'

// Before any schema is declared: compiled validators would be evaluated from text, which the policy of our pages
// forbids, and already the question whether they may be is reported as a violation.
config({ jitless: true })
