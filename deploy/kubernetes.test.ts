import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  isInProject,
  listVariables,
  readProjectFile,
  readShutdownMs,
  readYaml,
} from './testing/project-file.ts'
import { readManifests } from './testing/read-manifests.ts'

const BASE = 'deploy/kubernetes/base'
const manifests = await readManifests()
const { workloads, secrets, services } = manifests
const deployments = workloads.filter(({ kind }) => kind === 'Deployment')
const variables = await listVariables()
const config = Object.fromEntries(
  (await readProjectFile(`${BASE}/berth.env`))
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)

type Labels = Record<string, string>

/** The deployments whose pods a selector finds. */
function selectedBy(wanted: Labels): string[] {
  return deployments
    .filter(({ spec }) =>
      Object.entries(wanted).every(([key, value]) => spec.template.metadata.labels[key] === value),
    )
    .map(({ metadata }) => metadata.name ?? '')
}

const kustomization = z
  .object({ resources: z.array(z.string()), configMapGenerator: z.array(z.object({ name: z.string() })) })
  .parse(await readYaml(`${BASE}/kustomization.yaml`))

describe('manifests', () => {
  it('are all applied, but those that are called examples', async () => {
    const files = await readdir(new URL('kubernetes/base', import.meta.url))
    const plain = files.filter((name) => /(?<!\.example)\.yaml$/.test(name) && name !== 'kustomization.yaml')
    expect(kustomization.resources.toSorted()).toEqual(plain.toSorted())
    expect(manifests.count).toBeGreaterThan(15)
  })

  it('set variables that Berth reads, and no secret where it can be seen', () => {
    const secretNames = secrets.flatMap(({ stringData }) => Object.keys(stringData))
    const set = workloads.flatMap(({ spec }) => spec.template.spec.containers.flatMap(({ env }) => env))
    const names = [...Object.keys(config), ...secretNames, ...set.map(({ name }) => name)]
    expect(names.filter((name) => !variables.includes(name))).toEqual([])
    expect(Object.keys(config).filter((name) => secretNames.includes(name))).toEqual([])
    expect(Object.keys(config).filter((name) => /SECRET|PASSWORD|TOKEN|KEY|_URL$/.test(name))).toEqual([
      'BERTH_PUBLIC_URL',
    ])
  })

  it('find the deployments they speak of', () => {
    for (const { spec } of manifests.scalers) {
      expect(spec.scaleTargetRef.kind).toBe('Deployment')
      expect(deployments.map(({ metadata }) => metadata.name)).toContain(spec.scaleTargetRef.name)
    }
    expect(manifests.budgets.flatMap(({ spec }) => selectedBy(spec.selector.matchLabels))).toEqual([
      'berth-web',
      'berth-worker',
    ])
    const policies = manifests.policies.map(({ spec }) => selectedBy(spec.podSelector.matchLabels))
    expect(policies).toEqual([['berth-web'], ['berth-worker'], ['berth-web', 'berth-worker']])
  })

  it('lead from the ingress to the port of the web processes', () => {
    for (const { spec } of manifests.ingresses) {
      expect(spec.rules.map(({ host }) => host)).toEqual(spec.tls.flatMap(({ hosts }) => hosts))
      expect(spec.rules.map(({ host }) => host)).toEqual([
        config['BERTH_DOMAIN'],
        `*.${config['BERTH_DOMAIN'] ?? ''}`,
      ])
      for (const { backend } of spec.rules.flatMap(({ http }) => http.paths)) {
        const service = services.find(({ metadata }) => metadata.name === backend.service.name)
        const port = service?.spec.ports.find(({ name }) => name === backend.service.port.name)
        const [name] = selectedBy(service?.spec.selector ?? {})
        const web = deployments.find(({ metadata }) => metadata.name === name)?.spec.template.spec
          .containers[0]
        const target = web?.ports.find((each) => each.name === port?.targetPort)
        expect(String(target?.containerPort)).toBe(config['PORT'])
      }
    }
    expect(
      manifests.ingresses.flatMap(({ spec }) => spec.rules[0]?.http.paths.map(({ path }) => path)),
    ).toEqual(['/', '/socket.io'])
  })

  it('read the numbers where they are, with the token that is set', () => {
    for (const { spec } of manifests.monitors) {
      const [endpoint] = spec.endpoints
      const service = services.find(
        ({ metadata }) => metadata.labels['app.kubernetes.io/component'] === 'web',
      )
      expect(service?.metadata.labels).toMatchObject(spec.selector.matchLabels)
      expect(service?.spec.ports.map(({ name }) => name)).toContain(endpoint?.port)
      const credentials = endpoint?.authorization.credentials
      const secret = secrets.find(({ metadata }) => metadata.name === credentials?.name)
      expect(Object.keys(secret?.stringData ?? {})).toContain(credentials?.key)
    }
  })
})

describe.each(workloads.map((each) => [each.spec.template.spec.containers[0]?.name ?? '', each] as const))(
  '%s',
  (_, { spec, metadata }) => {
    const { containers, volumes, ...pod } = spec.template.spec

    it('selects its own pods, under an account without rights', () => {
      expect(spec.template.metadata.labels).toEqual(metadata.labels)
      if (spec.selector) expect(spec.selector.matchLabels).toEqual(metadata.labels)
      expect(manifests.accounts.map((account) => account.metadata.name)).toContain(pod.serviceAccountName)
      expect(pod.automountServiceAccountToken).toBe(false)
    })

    it('is no root and changes nothing but its own folders', async () => {
      const dataDir = /BERTH_DATA_DIR=(\S+)/.exec(await readProjectFile('Dockerfile'))?.[1]
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
      for (const { securityContext, volumeMounts } of containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
        expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual([dataDir, '/tmp'])
        expect(volumeMounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name))
      }
    })

    it('starts a file that is there, with what is declared', () => {
      const known = [
        ...kustomization.configMapGenerator.map(({ name }) => name),
        ...secrets.map((each) => each.metadata.name),
      ]
      for (const { command, envFrom, resources } of containers) {
        expect(isInProject(command[1] ?? '')).toBe(true)
        for (const { configMapRef, secretRef } of envFrom)
          expect(known).toContain((configMapRef ?? secretRef)?.name)
        expect(Object.keys(resources.requests)).toEqual(['cpu', 'memory'])
        expect(resources.limits['memory']).toBeDefined()
      }
    })

    it('has the time that ending in order takes', async () => {
      const drains = containers.flatMap(({ env }) => env.filter(({ name }) => name === 'BERTH_DRAIN_SECONDS'))
      const needed = Number(drains[0]?.value ?? 0) + (await readShutdownMs()) / 1000
      if (spec.selector) expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(needed)
    })
  },
)

describe('probes of web processes', () => {
  const web = deployments
    .flatMap(({ spec }) => spec.template.spec.containers)
    .find(({ name }) => name === 'web')

  it('ask paths that the server answers, on a port that has a name', async () => {
    const routes = await readProjectFile('src/server/web.ts')
    expect(web?.startupProbe?.httpGet).toEqual({ path: '/ready', port: 'http' })
    expect(web?.readinessProbe?.httpGet).toEqual({ path: '/ready', port: 'http' })
    expect(routes).toContain("'/ready'")
    expect(web?.ports.map(({ name }) => name)).toEqual(['http'])
  })

  it('do not end a process because the database is away', () => {
    expect(web?.livenessProbe?.httpGet.path).toBe('/robots.txt')
    expect(isInProject('src/app/robots.ts')).toBe(true)
  })
})
