// `npm ci && npm test` in this folder: each object of the manifests against the schema of its kind.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseAllDocuments } from 'yaml'

const here = import.meta.dirname
const files = globSync('{base,monitoring}/*.yaml', { cwd: here }).filter(
  (file) => !file.endsWith('kustomization.yaml'),
)
const objects = files.flatMap((file) =>
  parseAllDocuments(readFileSync(`${here}/${file}`, 'utf8'), { merge: true }).map((document) => ({
    file,
    object: document.toJS(),
  })),
)

/** The model of a kind, which knows its schema. */
async function modelOf({ apiVersion, kind }) {
  const library = apiVersion.startsWith('monitoring.coreos.com/')
    ? '@kubernetes-models/prometheus-operator'
    : 'kubernetes-models'
  const models = await import(`${library}/${apiVersion}/${kind}`)
  return models[kind]
}

test('there are manifests', () => assert.ok(objects.length > 12))

for (const { file, object } of objects) {
  test(`${file}: ${object.kind} ${object.metadata.name ?? object.metadata.generateName}`, async () => {
    const Model = await modelOf(object)
    new Model(object).validate()
  })
}

test('what is no field is refused', async () => {
  const { object } = objects.find(({ object }) => object.kind === 'Deployment')
  const Model = await modelOf(object)
  const broken = structuredClone(object)
  broken.spec.template.spec.containers[0].ports = [{ containerPort: 'http' }]
  assert.throws(() => new Model(broken).validate(), /containerPort/)
})
