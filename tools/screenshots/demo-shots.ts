import type { DemoFleet } from './demo-fleet.ts'
import { signIn, type Shot } from './shot.ts'

/** Pages of the demo tenants, by the industry that has them. */
const pages: readonly [name: string, industry: string, path: string, onPhone?: true][] = [
  ['pet-care-today', 'pet-care', '/pet-care/today', true],
  ['pet-care-calendar', 'pet-care', '/pet-care/calendar'],
  ['workspace-modules', 'pet-care', '/settings/modules'],
  ['lettings-today', 'lettings', '/lettings/today'],
  ['lettings-availability', 'lettings', '/lettings/availability'],
  ['lettings-occupancy', 'lettings', '/lettings/occupancy'],
  ['concierge-search', 'concierge', '/concierge/search?q=delivery'],
  ['overlay-studio', 'overlay', '/overlay/studio'],
  ['overlay-analytics', 'overlay', '/overlay/analytics'],
]

/** What a day in the four industries looks like. */
export function listDemoShots({ tenants, password }: DemoFleet): Shot[] {
  return pages.flatMap(([name, industry, path, onPhone = false]): Shot[] => {
    const tenant = tenants.find((row) => row.industry === industry && row.owner)
    if (!tenant?.owner) return []
    const { workspaceUrl, owner } = tenant
    return [
      {
        name,
        onPhone,
        open: async (page) => {
          await signIn(page, { url: `${workspaceUrl}/login`, email: owner.email, password })
          await page.goto(`${workspaceUrl}${path}`)
          await page.locator('main h1').first().waitFor()
        },
      },
    ]
  })
}
