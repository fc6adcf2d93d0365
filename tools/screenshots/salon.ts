/** Where the workspace of the salon is, and who owns it. */
export type Salon = {
  tenantId: string
  runId: string
  watchToken: string
  workspaceUrl: string
  email: string
}

export const SALON_PASSWORD = 'Lantern-42'

/** Signs a salon up by REST and gives it customers, as its second week might find it. @param api address of the API */
export async function createSalon(api: string): Promise<Salon> {
  const call = callOn(api)
  const subdomain = `pawfect-${Date.now().toString(36).slice(-4)}`
  const email = 'ada@pawfect.example'
  const signedUp = await call<Omit<Salon, 'email'>>('/signup', {
    business: { name: 'Pawfect Pets', industry: 'pet-care', address: { city: 'Leith', country: 'Scotland' } },
    subdomain,
    owner: { fullName: 'Ada Moss', email, password: SALON_PASSWORD },
    preferences: {
      timezone: 'Europe/London',
      currency: 'GBP',
      services: ['bath-and-brush', 'full-groom', 'nail-trim', 'puppy-intro'],
    },
  })
  await waitUntilOpen(api, signedUp)
  const { accessToken } = await call<{ accessToken: string }>('/auth/login', {
    subdomain,
    email,
    password: SALON_PASSWORD,
  })
  for (const [owner, pets] of customers) {
    const { id } = await call<{ id: string }>('/owners', owner, accessToken)
    for (const pet of pets) await call('/pets', { ...pet, ownerId: id }, accessToken)
  }
  return { ...signedUp, email }
}

const customers: [owner: object, pets: object[]][] = [
  [
    { name: 'Isla Drummond', email: 'isla@drummond.example', phone: '+44 131 496 0171' },
    [
      { name: 'Bramble', species: 'dog', breed: 'Border terrier', dateOfBirth: '2021-04-12', weight: 6.8 },
      { name: 'Pip', species: 'dog', breed: 'Miniature schnauzer', dateOfBirth: '2023-09-02', weight: 7.1 },
    ],
  ],
  [
    { name: 'Tomasz Lewandowski', email: 'tomasz@lewandowski.example', phone: '+44 131 496 0108' },
    [{ name: 'Kasza', species: 'cat', breed: 'Maine Coon', dateOfBirth: '2019-11-30', weight: 8.25 }],
  ],
  [
    { name: 'Priya Nair', email: 'priya@nair.example', phone: '+44 131 496 0144' },
    [
      { name: 'Biscuit', species: 'dog', breed: 'Cockapoo', dateOfBirth: '2022-02-14', weight: 9.4 },
      { name: 'Clover', species: 'rabbit', breed: 'Mini lop', dateOfBirth: '2024-05-20', weight: 1.6 },
    ],
  ],
  [
    { name: 'Hamish Orr', phone: '+44 131 496 0190' },
    [{ name: 'Skye', species: 'dog', breed: 'Bearded collie', dateOfBirth: '2018-07-01', weight: 21.5 }],
  ],
]

async function waitUntilOpen(api: string, { tenantId, watchToken }: Omit<Salon, 'email'>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${api}/tenants/${tenantId}/status`, {
      headers: { 'x-watch-token': watchToken },
    })
    const { status } = (await answer.json()) as { status: string }
    if (status === 'trial') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The workspace did not open.')
}

function callOn(api: string) {
  return async function call<T>(path: string, body: object, token?: string): Promise<T> {
    const answer = await fetch(`${api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
