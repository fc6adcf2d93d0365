import type { DemoFleet } from './demo-fleet.ts'
import { openPage, signIn, type Shot } from './shot.ts'

type Options = { apex: string; admin: { email: string; password: string }; fleet: DemoFleet }

/** Every page of the console. */
export function listConsoleShots({ apex, admin, fleet: { tenants, runId } }: Options): Shot[] {
  const [tenant] = tenants
  const pages: [name: string, path: string, onPhone?: true][] = [
    ['overview', '/admin', true],
    ['tenants', '/admin/tenants', true],
    ['tenant', `/admin/tenants/${tenant?.id ?? ''}`],
    ['runs', '/admin/runs'],
    ['run', `/admin/runs/${runId ?? ''}`, true],
    ['audit', '/admin/audit'],
    ['features', '/admin/features'],
    ['outbox', '/admin/outbox'],
    ['health', '/admin/health'],
  ]
  return [
    {
      name: 'console-login',
      open: (page) => openPage(page, `${apex}/admin/login`),
    },
    ...pages.map(([name, path, onPhone = false]): Shot => ({
      name: `console-${name}`,
      onPhone,
      open: async (page) => {
        await signIn(page, { url: `${apex}/admin/login`, ...admin })
        await page.goto(`${apex}${path}`)
        await page.locator('main h1').first().waitFor()
      },
    })),
    {
      name: 'console-palette',
      open: async (page) => {
        await signIn(page, { url: `${apex}/admin/login`, ...admin })
        await page.goto(`${apex}/admin/tenants`)
        await page.locator('main h1').first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.keyboard.press('Control+k')
        await page.keyboard.type(tenant?.subdomain.slice(0, 4) ?? '')
        await page.getByText(/match/).waitFor()
      },
    },
  ]
}
