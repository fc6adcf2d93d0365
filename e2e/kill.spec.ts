import { createTenantSteps } from '../src/provisioning/run.ts'
import type { SignUpResult } from '../src/tenancy/sign-up.ts'
import { createDataDir, startBerth, type BerthProcess } from './fixtures/berth-process.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'

type Progress = {
  status: string
  run: { state: string; attempt: number; error?: { code: string; step: string } }
}

async function post(
  url: string,
  { body = {}, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

async function signUp(port: number): Promise<SignUpResult> {
  const subdomain = uniqueSubdomain('kill')
  const answer = await post(`http://127.0.0.1:${port}/api/v1/signup`, {
    body: {
      business: { name: 'Happy Paws', industry: 'pet-care' },
      subdomain,
      owner: { fullName: 'Ada Groom', email: `ada@${subdomain}.test`, password: 'Harbour-9-lights' },
    },
  })
  return (await answer.json()) as SignUpResult
}

async function getProgress(port: number, { tenantId, watchToken }: SignUpResult): Promise<Progress> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/tenants/${tenantId}/status`, {
    headers: { 'x-watch-token': watchToken },
  })
  return (await answer.json()) as Progress
}

test('the whole process killed at every step: the next start ends the run clean, and its retry succeeds', async ({
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  test.setTimeout(400_000)
  const dataDir = await createDataDir()
  const killed: { step: string; signedUp: SignUpResult }[] = []
  let berth: BerthProcess | undefined
  try {
    for (const step of createTenantSteps) {
      // Each start also takes up what the one before it left.
      berth = await startBerth({ dataDir: dataDir.path, environment: { BERTH_FAULT: `${step}:kill` } })
      killed.push({ step, signedUp: await signUp(berth.port) })
      await berth.gone
    }
    berth = await startBerth({ dataDir: dataDir.path })
    const { port } = berth
    for (const { step, signedUp } of killed) {
      await expect
        .poll(async () => (await getProgress(port, signedUp)).status, { timeout: 30_000 })
        .toBe('failed')
      const { run } = await getProgress(port, signedUp)
      expect(run).toMatchObject({ state: 'failed', attempt: 1, error: { code: 'WORKER_LOST', step } })
      const retried = await post(`http://127.0.0.1:${port}/api/v1/tenants/${signedUp.tenantId}/retry`, {
        headers: { 'x-watch-token': signedUp.watchToken },
      })
      expect(retried.status).toBe(202)
      await expect
        .poll(async () => (await getProgress(port, signedUp)).status, { timeout: 30_000 })
        .toBe('trial')
    }
  } finally {
    await berth?.stop()
    await dataDir.remove()
  }
})
