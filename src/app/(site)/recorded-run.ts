/** A real sign-up of a pet-care business with six starter services, on a machine with two cores: milliseconds per step. */
export const recordedRun = {
  business: 'Harbour Lane Dogs',
  initials: 'HL',
  address: 'harbour-lane',
  totalMs: 50,
  steps: [
    { name: 'reserve', durationMs: 3 },
    { name: 'create-role', durationMs: 5 },
    { name: 'create-schema', durationMs: 2 },
    { name: 'migrate', durationMs: 23 },
    { name: 'secure', durationMs: 8 },
    { name: 'seed', durationMs: 1 },
    { name: 'verify', durationMs: 4 },
    { name: 'activate', durationMs: 2 },
    { name: 'welcome', durationMs: 3 },
  ],
} as const
