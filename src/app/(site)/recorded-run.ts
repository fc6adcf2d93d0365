/** A real sign-up of a pet-care business with six starter services, on a machine with two cores: milliseconds per step. */
export const recordedRun = {
  business: 'Harbour Lane Dogs',
  initials: 'HL',
  address: 'harbour-lane',
  totalMs: 187,
  steps: [
    { name: 'reserve', durationMs: 9 },
    { name: 'create-role', durationMs: 6 },
    { name: 'create-schema', durationMs: 1 },
    { name: 'migrate', durationMs: 119 },
    { name: 'secure', durationMs: 4 },
    { name: 'seed', durationMs: 2 },
    { name: 'verify', durationMs: 7 },
    { name: 'activate', durationMs: 6 },
    { name: 'welcome', durationMs: 4 },
  ],
} as const
