/** The demo tenants as the console lists them. */
export type DemoFleet = {
  tenants: {
    id: string
    industry: string
    subdomain: string
    workspaceUrl: string
    owner: { email: string } | null
  }[]
  /** of everybody in them */
  password: string
  runId: string | undefined
}

type Asked = { apex: string; api: string; admin: { email: string; password: string }; password: string }

/** Asks the console for the tenants there are, the oldest first: those of the demo. */
export async function readDemoFleet({ apex, api, admin, password }: Asked): Promise<DemoFleet> {
  const login = await fetch(`${api}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  })
  const { accessToken } = (await login.json()) as { accessToken: string }
  async function get<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${api}${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const { items } = await get<{ items: Omit<DemoFleet['tenants'][number], 'workspaceUrl'>[] }>(
    '/admin/tenants?sort=createdAt&limit=50',
  )
  const runs = await get<{ items: { id: string }[] }>('/admin/runs?limit=1')
  const { protocol, host } = new URL(apex)
  return {
    tenants: items.map((row) => ({ ...row, workspaceUrl: `${protocol}//${row.subdomain}.${host}` })),
    password,
    runId: runs.items[0]?.id,
  }
}
