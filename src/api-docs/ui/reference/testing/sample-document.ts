import type { OpenApi, Operation } from '../open-api.ts'

function operation(operationId: string, changes: Partial<Operation>): Operation {
  return {
    operationId,
    summary: '',
    tags: ['Pet care'],
    responses: {},
    'x-berth-access': { kind: 'permission', sentence: 'Roles: owner.' },
    ...changes,
  }
}

/** A small document of the shape that the server makes. */
export const sampleDocument: OpenApi = {
  servers: [{ url: 'http://berth.test/api/v1' }],
  tags: [{ name: 'System' }, { name: 'Pet care', description: 'Pets.' }],
  paths: {
    '/system/info': {
      get: operation('system-get', {
        summary: 'Name and version',
        tags: ['System'],
        'x-berth-access': { kind: 'public', sentence: 'Open to anybody.' },
      }),
    },
    '/pets': {
      get: operation('pets-list', { summary: 'List pets' }),
      post: operation('pets-create', {
        summary: 'Create one pet',
        requestBody: { content: { 'application/json': { example: { name: "Ada's dog" } } } },
      }),
    },
    '/pets/{petId}': { delete: operation('pets-delete', { summary: 'Delete one pet' }) },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: {
          species: { type: 'string', enum: ['dog', 'cat'] },
          weight: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        },
      },
      Loop: { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop' } } },
    },
    responses: {},
    parameters: {},
  },
}
