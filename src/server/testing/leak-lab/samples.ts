import type { LabProcedure } from './procedures.ts'
import { modules } from '#src/modules/registry.ts'
import { camelCase } from '#src/resources/naming.ts'
import { sampleValues } from '#src/resources/server/testing/sample-values.ts'

/**
 * Values for fields whose schema does not tell what passes, by the name of the field. `undefined` leaves an
 * optional field out: it would only make the call end early.
 */
const samples: Readonly<Record<string, unknown>> = {
  name: 'pet-care',
  email: 'nobody@leak-lab.test',
  password: 'Harbour-9-lights',
  currentPassword: 'Harbour-9-lights',
  newPassword: 'Harbour-10-lights',
  newEmail: 'nobody-else@leak-lab.test',
  scopes: ['tenant:get'],
  subdomain: 'leak-lab-sample',
  timezone: 'Europe/Berlin',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  phone: '+44 20 7946 0000',
  modules: ['pet-care'],
  services: [],
  updatedAt: undefined,
  action: 'pets.update',
  cursor: undefined,
  firstDay: '2024-05-31',
  lastDay: '2024-06-02',
  provider: 'kick',
  accent: '#3bbdbe',
  text: '#ffffff',
  panel: '#091113',
  from: '2099-05-31T00:00:00.000Z',
  to: '2099-06-02T00:00:00.000Z',
}

/** What only some procedures mean by a name, by their router. */
const routerSamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  audit: { resourceType: 'pets', resourceId: undefined },
  admin: {
    module: 'pet-care',
    sort: 'businessName,-createdAt',
    reason: 'to see whether it leaks',
    resourceType: 'pets',
    resourceId: undefined,
  },
}

/** Values for single procedures, where the same name means something else. */
const samplesByPath: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'admin.migrations.plan': { migration: 'pet-care/0002_appointments_and_vaccinations' },
  'admin.tenants.bulk': { action: 'activate' },
  'lettings.availability.listNights': { from: '2024-05-31', to: '2024-06-02' },
  'lettings.availability.getOccupancy': { from: '2024-05', to: '2024-06' },
}

/** What is known about the fields of a procedure; values of records are known by their declaration. */
export function samplesFor({
  path,
  type,
}: Pick<LabProcedure, 'path' | 'type'>): Readonly<Record<string, unknown>> {
  const [moduleName = '', resourceName] = path.split('.')
  const known = { ...samples, ...routerSamples[moduleName], ...samplesByPath[path] }
  if (type === 'query') return known
  const resource = modules
    .find(({ id }) => camelCase(id) === moduleName)
    ?.resources.find(({ name }) => camelCase(name) === resourceName)
  return resource ? { ...known, ...sampleValues(resource) } : known
}
