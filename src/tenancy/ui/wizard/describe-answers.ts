import type { SignUpOptions } from '../../sign-up.ts'
import { extraModules, servicesOfIndustry, type Answers } from './answers.ts'
import { planOffers } from './plan-offers.ts'
import { stepAt, stepIndex, type StepId } from './wizard-steps.ts'

type Row = {
  name: string
  value: string
  /** what still has to be typed, instead of a value */
  missing?: string
}
type Group = { step: StepId; title: string; rows: Row[] }

/** All answers as lines to read, grouped by the screen that asked for them. What was left empty is left out. */
export function describeAnswers(answers: Answers, options: SignUpOptions): Group[] {
  const { business, subdomain, owner, preferences } = answers
  const industry = options.industries.find(({ id }) => id === business.industry)?.title ?? ''
  const { street, postalCode, city, state, country } = business.address
  const address = [street, [postalCode, city].filter(Boolean).join(' '), state, country]
    .filter(Boolean)
    .join(', ')
  const modules = extraModules(options, business.industry).filter(({ id }) =>
    preferences.modules.includes(id),
  )
  const services = servicesOfIndustry(options, business.industry)
  const chosen = services.filter(({ key }) => preferences.services.includes(key))

  return [
    group('business', [
      ['Name', business.name],
      ['Industry', industry],
      ['Phone', business.phone],
      ['Postal address', address],
    ]),
    group('address', [['Address', `${subdomain}.${options.domain}`]]),
    withPassword(
      group('owner', [
        ['Full name', owner.fullName],
        ['E-mail', owner.email],
      ]),
      owner.password,
    ),
    group('preferences', [
      ['Timezone', preferences.timezone.replaceAll('_', ' ')],
      ['Currency', preferences.currency],
      ['Plan', planOffers.find(({ id }) => id === preferences.plan)?.title ?? ''],
      ['More modules', modules.map(({ title }) => title).join(', ')],
      ['Services', services.length > 0 ? chosen.map(({ title }) => title).join(', ') || 'none' : ''],
    ]),
  ]
}

function group(step: StepId, rows: [name: string, value: string][]): Group {
  return {
    step,
    title: stepAt(stepIndex(step)).title,
    rows: rows.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
  }
}

function withPassword({ rows, ...owner }: Group, password: string): Group {
  const row = password
    ? { name: 'Password', value: 'as you typed it' }
    : { name: 'Password', value: '', missing: 'Please enter it again. It is not kept when the page reloads.' }
  return { ...owner, rows: [...rows, row] }
}
