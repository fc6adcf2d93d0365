import { openConsole } from './fixtures/console.ts'
import { expect, test } from './fixtures/test.ts'

// Plans are shared by all specs: what is changed here is changed back, and touches nobody meanwhile.
test('what a plan does with a module is changed after a question, and remembered', async ({
  page,
  site,
  axe,
  takeScreenshot,
}, { project }) => {
  const cell = project.name === 'phone' ? /overlay.*on the plan Standard/i : /overlay.*on the plan Pro/i
  await openConsole(page, site, { path: '/admin/features', fullName: `Grace ${project.name}` })
  const choice = page.getByRole('combobox', { name: cell })
  await expect(choice).toHaveValue('offered')
  await axe(page)
  await takeScreenshot(page, 'console-features')

  await choice.selectOption('default')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('New workspaces have it on')
  await takeScreenshot(page, 'console-features-question')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(choice).toHaveValue('offered')

  await choice.selectOption('default')
  await question.getByRole('button', { name: 'Change the plan' }).click()
  await expect(choice).toHaveValue('default')
  await expect(page.getByText(`Grace ${project.name}`, { exact: true }).first()).toBeVisible()
  await choice.selectOption('offered')
  await question.getByRole('button', { name: 'Change the plan' }).click()
  await expect(choice).toHaveValue('offered')
})

test('a viewer sees the plans and changes none', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  await openConsole(page, site, { path: '/admin/features', role: 'platform_viewer' })
  await expect(page.getByRole('table', { name: 'Plans and modules' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: /on the plan/ })).toHaveCount(0)
})
