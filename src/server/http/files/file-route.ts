import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import type { FileField } from '#src/resources/fields/file.ts'
import { listFileFields } from '#src/resources/server/record-files.ts'
import { REST_PREFIX } from '../rest.ts'

/** A request that carries a file to a field or asks for the one in it. `recordId` is as it was sent. */
export type FileRoute = { module: Module; resource: Resource; name: string; field: FileField } & (
  { kind: 'upload' } | { kind: 'download'; recordId: string }
)

const UPLOAD = /^\/([a-z0-9-]+)\/files\/(\w+)$/
const DOWNLOAD = /^\/([a-z0-9-]+)\/([^/]+)\/files\/(\w+)$/

/** The field a request is about; null when it is about none, and the other procedures answer. */
export function findFileRoute(
  modules: readonly Module[],
  method: string | undefined,
  path: string,
): FileRoute | null {
  const rest = path.slice(REST_PREFIX.length)
  if (method === 'POST') {
    const [, resource = '', field = ''] = UPLOAD.exec(rest) ?? []
    const found = findFileField(modules, resource, field)
    return found && { kind: 'upload', ...found }
  }
  if (method !== 'GET') return null
  const [, resource = '', recordId = '', field = ''] = DOWNLOAD.exec(rest) ?? []
  const found = findFileField(modules, resource, field)
  return found && { kind: 'download', recordId, ...found }
}

function findFileField(modules: readonly Module[], resourceName: string, name: string) {
  const owner = modules.find(({ resources }) => resources.some((resource) => resource.name === resourceName))
  const resource = owner?.resources.find((candidate) => candidate.name === resourceName)
  const [, field] = (resource && listFileFields(resource).find(([own]) => own === name)) ?? []
  return owner && resource && field ? { module: owner, resource, name, field } : null
}
