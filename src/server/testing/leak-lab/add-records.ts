import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import type { TestServer } from '../test-server.ts'
import type { LabTenant } from './lab-tenant.ts'
import { markedValues } from './mark-values.ts'
import { send } from './send.ts'

type Entry = { module: Module; resource: Resource }
/** Records that no resource has a call for. */
const furtherCalls: { name: string; valuesOf: (made: ReadonlyMap<string, string>) => object }[] = [
  {
    name: 'spent-credits',
    valuesOf: (made) => ({
      purchaseId: made.get('package-purchases'),
      appointmentId: made.get('appointments'),
    }),
  },
]

type Owner = Pick<LabTenant, 'subdomain' | 'marker' | 'people'>

/** Makes a record of every resource of every module, through the API as its owner does. */
export async function addRecords(server: TestServer, tenant: Owner): Promise<void> {
  const made = new Map<string, string>()
  const entries: Entry[] = modules.flatMap((module: Module) =>
    module.resources.map((resource) => ({ module, resource })),
  )
  // What nobody makes by a call comes with what is made.
  const creatable = entries.filter(({ resource }) => resource.permissions.create.length > 0)
  for (const entry of creatable.toSorted(byReferences)) {
    const { name, fields } = entry.resource
    const values = markedValues(entry.resource, tenant.marker)
    for (const [field, { kind, ...rest }] of Object.entries(fields)) {
      if (kind === 'member') values[field] = tenant.people.owner.id
      if (kind === 'reference' && 'to' in rest) values[field] = made.get(rest.to)
    }
    made.set(name, await addRecord(server, { tenant, name, values }))
  }
  for (const { name, valuesOf } of furtherCalls)
    await addRecord(server, { tenant, name, values: valuesOf(made) })
}

async function addRecord(
  { port }: TestServer,
  { tenant, name, values }: { tenant: Owner; name: string; values: object },
): Promise<string> {
  const answer = await send(port, {
    method: 'POST',
    path: `/api/v1/${name}`,
    host: tenant.subdomain,
    headers: { authorization: `Bearer ${tenant.people.owner.token}` },
    body: JSON.stringify(values),
  })
  if (answer.status !== 201) throw new Error(`The lab could not fill ${name}: ${answer.body}`)
  return String(JSON.parse(answer.body).id)
}

/** What others refer to comes first. */
function byReferences(left: Entry, right: Entry): number {
  return depthOf(left) - depthOf(right)
}

/** How many references lie between a record and one that refers to nothing. */
function depthOf({ module, resource }: Entry): number {
  const depths = Object.values(resource.fields).map((field) => {
    const referred = module.resources.find(({ name }) => field.kind === 'reference' && name === field.to)
    return referred && referred !== resource ? 1 + depthOf({ module, resource: referred }) : 0
  })
  return Math.max(0, ...depths)
}
