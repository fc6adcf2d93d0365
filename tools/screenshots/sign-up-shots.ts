import type { Page } from '@playwright/test'
import { SALON_PASSWORD, type Salon } from './salon.ts'
import { openPage, signIn, type Shot } from './shot.ts'

/** The way of a business from the landing page to its records. */
export function listSignUpShots(apex: string, salon: Salon): Shot[] {
  const { runId, watchToken, workspaceUrl, email } = salon
  return [
    { name: 'landing', onPhone: true, open: (page) => openPage(page, apex) },
    { name: 'wizard', onPhone: true, open: (page) => openSecondStep(page, apex) },
    {
      name: 'live-status',
      onPhone: true,
      open: async (page) => {
        await page.goto(`${apex}/signup/status/${runId}#${watchToken}`)
        await page.getByText('Doors open').waitFor()
      },
    },
    {
      name: 'workspace',
      onPhone: true,
      open: async (page) => {
        await signIn(page, { url: `${workspaceUrl}/login`, email, password: SALON_PASSWORD })
        await page.goto(`${workspaceUrl}/pet-care/pets`)
        await page.getByText('Bramble').first().waitFor()
      },
    },
  ]
}

async function openSecondStep(page: Page, apex: string): Promise<void> {
  await page.goto(`${apex}/signup`)
  await page.getByLabel('Business name').fill('Harbour Hounds')
  await page.getByRole('radio', { name: 'Pet care' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Free', { exact: true }).waitFor()
}
