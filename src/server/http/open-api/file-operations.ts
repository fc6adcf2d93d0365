import type { Access, PermissionTable } from '#src/auth/permissions.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import type { FileField } from '#src/resources/fields/file.ts'
import { camelCase } from '#src/resources/naming.ts'
import { listFileFields } from '#src/resources/server/record-files.ts'
import { describeAccess } from './describe-access.ts'
import { IDEMPOTENCY_KEY, SUCCESS_HEADERS } from './describe-operation.ts'
import type { OpenApiDocument, Operation, Schema } from './document.ts'
import { groupErrors, referToErrors, type ErrorAnswers } from './error-responses.ts'
import { listErrorCodes } from './list-error-codes.ts'

type FileAt = { module: Module; resource: Resource; name: string; field: FileField }

const STORED_FILE = {
  type: 'object',
  required: ['id', 'name', 'mediaType', 'size'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    mediaType: { type: 'string' },
    size: { type: 'integer', exclusiveMinimum: 0, description: 'In bytes.' },
  },
} satisfies Schema

const BINARY = { type: 'string', format: 'binary' } satisfies Schema

const FILE_NAME = {
  name: 'X-File-Name',
  in: 'header',
  required: true,
  description: 'The name of the file, percent-encoded as UTF-8.',
  schema: { type: 'string', minLength: 1 },
} as const

/**
 * Adds what is no procedure, as its bodies are no JSON: sending a file for a field, and getting it back.
 * @returns the failed answers they refer to
 */
export function addFileOperations(
  document: OpenApiDocument,
  { modules, permissions }: { modules: readonly Module[]; permissions: PermissionTable },
): ErrorAnswers {
  const fields = modules.flatMap((module) =>
    module.resources.flatMap((resource) =>
      listFileFields(resource).map(([name, field]): FileAt => ({ module, resource, name, field })),
    ),
  )
  return fields.flatMap((at) => {
    const { resource, name } = at
    const [upload, download] = [describeUpload(at, permissions), describeDownload(at, permissions)]
    document.paths = {
      ...document.paths,
      [`/${resource.name}/files/${name}`]: { post: upload.operation },
      [`/${resource.name}/{id}/files/${name}`]: { get: download.operation },
    }
    return [...upload.failures, ...download.failures]
  })
}

type Described = { operation: Operation; failures: ErrorAnswers }

function describeUpload(at: FileAt, permissions: PermissionTable): Described {
  const { module, resource, name, field } = at
  const access = { kind: 'permission', permission: `${resource.name}:create`, module: module.id } as const
  const declared = ['FILE_TOO_LARGE', 'FILE_TYPE_REFUSED'] as const
  const failures = groupErrors(listErrorCodes({ access, method: 'post', hasInput: false, declared }))
  const limit = `At most ${field.maxBytes} bytes.`
  const operation: Operation = {
    ...describeCommon(at, { access, permissions, verb: 'upload' }),
    summary: `Upload the ${name} of a ${resource.singular}`,
    description: `${limit} The answered id goes into the record within 24 hours. Who may update may upload, too.`,
    parameters: [FILE_NAME, IDEMPOTENCY_KEY],
    requestBody: {
      required: true,
      content: Object.fromEntries(field.accept.map((type) => [type, { schema: BINARY }])),
    },
    responses: {
      '201': {
        description: 'The file as it was stored',
        headers: SUCCESS_HEADERS,
        content: { 'application/json': { schema: STORED_FILE } },
      },
      ...referToErrors(failures),
    },
  }
  return { operation, failures }
}

function describeDownload(at: FileAt, permissions: PermissionTable): Described {
  const { module, resource, name, field } = at
  const access = { kind: 'permission', permission: `${resource.name}:get`, module: module.id } as const
  const failures = groupErrors(
    listErrorCodes({ access, method: 'get', hasInput: false, declared: ['NOT_FOUND'] }),
  )
  const operation: Operation = {
    ...describeCommon(at, { access, permissions, verb: 'download' }),
    summary: `Download the ${name} of a ${resource.singular}`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    responses: {
      '200': {
        description: 'The file',
        headers: SUCCESS_HEADERS,
        content: Object.fromEntries(field.accept.map((type) => [type, { schema: BINARY }])),
      },
      ...referToErrors(failures),
    },
  }
  return { operation, failures }
}

type Shared = { access: Access; permissions: PermissionTable; verb: string }

function describeCommon({ module, resource, name }: FileAt, { access, permissions, verb }: Shared) {
  const { extension, sentence, security } = describeAccess(access, permissions)
  return {
    operationId: [module.id, resource.name, `${verb}-${name}`].map(camelCase).join('-'),
    tags: [module.title],
    security,
    'x-berth-access': { ...extension, sentence },
  }
}
