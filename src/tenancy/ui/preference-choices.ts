import type { Choice } from '#src/ui/form/select-field.tsx'
import { currenciesInUse } from './wizard/currency-regions.ts'

/** All timezones the browser knows, as "Europe / Berlin"; `chosen` is among them even if it is an older name. */
export function listTimezones(chosen: string): Choice[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen ? [chosen] : [])])
  return [...known].sort().map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' ').replaceAll('/', ' / '),
  }))
}

/** Currencies in use somewhere today, by code and name; `chosen` is among them even if it is an older one. */
export function listCurrencies(chosen = ''): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  const supported = new Set(Intl.supportedValuesOf('currency'))
  const known = new Set([...currenciesInUse, ...(chosen ? [chosen] : [])])
  return [...known]
    .filter((code) => supported.has(code))
    .map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }))
}
