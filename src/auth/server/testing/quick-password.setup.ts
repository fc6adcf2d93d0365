import { vi } from 'vitest'

// Hundreds of sign-ups and sign-ins would otherwise do little but hash. What hashing itself promises is proven where
// it is not replaced: in its unit test, in the test of how long a refusal takes, and end to end.
vi.mock('#src/auth/server/password.ts', () => import('./quick-password.ts'))
