import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { defineModule } from '#src/resources/define-module.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { file } from '#src/resources/fields/file.ts'
import { text } from '#src/resources/fields/text.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { listComponents } from './components.ts'
import type { OpenApiDocument } from './document.ts'
import { addFileOperations } from './file-operations.ts'

const boats = defineResource({
  name: 'house-boats',
  singular: 'house boat',
  description: 'Boats that people live on.',
  icon: 'ship',
  fields: {
    name: text({ label: 'Name', required: true }),
    surveyReport: file({
      label: 'Survey report',
      accept: ['application/pdf', 'text/plain'],
      maxBytes: 5_000,
    }),
  },
  columns: ['name'],
})

it('describes sending and getting the file of every field that holds one', async () => {
  const harbour = defineModule({
    id: 'harbour',
    industry: null,
    title: 'Harbour',
    description: 'Boats and berths.',
    icon: 'ship',
    resources: [boats],
  })
  const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } }
  const permissions = permissionTableOf([harbour])
  const failures = addFileOperations(document, { modules: [harbour], permissions })
  document.components = listComponents(failures)
  expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toMatchObject({ valid: true })
  expect(document.paths).toMatchObject({
    '/house-boats/files/surveyReport': {
      post: {
        operationId: 'harbour-houseBoats-uploadSurveyReport',
        parameters: [{ name: 'X-File-Name' }, { $ref: '#/components/parameters/IdempotencyKey' }],
        requestBody: { content: { 'application/pdf': {}, 'text/plain': {} } },
        responses: { 201: {}, 413: {}, 415: {}, 429: {} },
        'x-berth-access': { permission: 'house-boats:create', module: 'harbour' },
      },
    },
    '/house-boats/{id}/files/surveyReport': {
      get: {
        operationId: 'harbour-houseBoats-downloadSurveyReport',
        responses: { 200: { content: { 'application/pdf': {} } }, 404: {} },
        'x-berth-access': { permission: 'house-boats:get' },
      },
    },
  })
})
