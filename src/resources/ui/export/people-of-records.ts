import { callErrorOf, type ApiClient } from '#src/trpc/ui/client.ts'
import type { Resource } from '../../define-resource.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { personName } from '../fields/use-people.ts'

/** Ids of the people that records name, each once. */
export function listPeople({ fields }: Resource, records: readonly AnyRecord[]): string[] {
  const names = Object.keys(fields).filter((name) => fields[name]?.kind === 'member')
  const ids = records.flatMap((record) => names.map((name) => record[name]))
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** Adds the names of people that are not known yet. */
export async function addPeople(
  api: ApiClient,
  known: Map<string, string>,
  ids: readonly string[],
): Promise<void> {
  const unknown = ids.filter((id) => !known.has(id))
  const names = await Promise.all(unknown.map((id) => getName(api, id)))
  for (const [index, id] of unknown.entries()) known.set(id, names[index] ?? '')
}

async function getName(api: ApiClient, id: string): Promise<string> {
  try {
    return personName(await api.members.get.query({ id }))
  } catch (thrown) {
    if (callErrorOf(thrown).code === 'NOT_FOUND') return personName(null)
    throw thrown
  }
}
