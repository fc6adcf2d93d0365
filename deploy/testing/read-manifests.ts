import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { readProjectFile } from './project-file.ts'

const FOLDER = 'deploy/kubernetes'
const labels = z.record(z.string(), z.string())
const named = z.object({ name: z.string() })
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) })

const container = z.object({
  name: z.string(),
  command: z.array(z.string()),
  env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  envFrom: z.array(z.object({ configMapRef: named.optional(), secretRef: named.optional() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: probe.optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  resources: z.object({ requests: labels, limits: labels }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.object({ drop: z.array(z.string()) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
})

const pod = z.object({
  metadata: z.object({ labels }),
  spec: z.object({
    serviceAccountName: z.string(),
    automountServiceAccountToken: z.boolean(),
    terminationGracePeriodSeconds: z.number().default(30),
    securityContext: z.object({ runAsNonRoot: z.boolean(), runAsUser: z.number() }),
    containers: z.array(container),
    volumes: z.array(named),
  }),
})

const object = z.looseObject({
  kind: z.string(),
  metadata: z.object({
    name: z.string().optional(),
    generateName: z.string().optional(),
    labels: labels.optional(),
  }),
})

/** What runs pods: a deployment or a job. */
const workload = z.object({
  kind: z.enum(['Deployment', 'Job']),
  metadata: z.object({ name: z.string().optional(), labels }),
  spec: z.object({ selector: z.object({ matchLabels: labels }).optional(), template: pod }),
})

const secret = z.object({ metadata: named, stringData: labels })
const port = z.union([z.string(), z.number()])
const service = z.object({
  metadata: named.extend({ labels }),
  spec: z.object({
    selector: labels,
    ports: z.array(z.object({ name: z.string(), port: z.number(), targetPort: z.string() })),
  }),
})
const backend = z.object({ service: z.object({ name: z.string(), port: z.object({ name: z.string() }) }) })
const ingress = z.object({
  spec: z.object({
    tls: z.array(z.object({ hosts: z.array(z.string()) })),
    rules: z.array(
      z.object({
        host: z.string(),
        http: z.object({ paths: z.array(z.object({ path: z.string(), backend })) }),
      }),
    ),
  }),
})
const scaler = z.object({
  spec: z.object({ scaleTargetRef: z.object({ kind: z.string(), name: z.string() }) }),
})
const budget = z.object({ spec: z.object({ selector: z.object({ matchLabels: labels }) }) })
const policy = z.object({
  spec: z.object({
    podSelector: z.object({ matchLabels: labels }),
    ingress: z.array(z.object({ ports: z.array(z.object({ port })) })).optional(),
  }),
})

/** All objects of the manifests, by kind, each checked for what the tests look at. */
export async function readManifests() {
  const cwd = fileURLToPath(new URL('../kubernetes', import.meta.url))
  const files = globSync('{base,monitoring}/*.yaml', { cwd }).filter(
    (file) => basename(file) !== 'kustomization.yaml',
  )
  const texts = await Promise.all(files.map((file) => readProjectFile(`${FOLDER}/${file}`)))
  const documents = texts.flatMap((text) => [...parseAllDocuments(text, { merge: true })])
  const objects = documents.map((document): unknown => document.toJS())
  const ofKind = (...kinds: string[]) => objects.filter((each) => kinds.includes(object.parse(each).kind))
  return {
    workloads: z.array(workload).parse(ofKind('Deployment', 'Job')),
    secrets: z.array(secret).parse(ofKind('Secret')),
    services: z.array(service).parse(ofKind('Service')),
    ingresses: z.array(ingress).parse(ofKind('Ingress')),
    scalers: z.array(scaler).parse(ofKind('HorizontalPodAutoscaler')),
    budgets: z.array(budget).parse(ofKind('PodDisruptionBudget')),
    policies: z.array(policy).parse(ofKind('NetworkPolicy')),
    accounts: z.array(z.object({ metadata: named })).parse(ofKind('ServiceAccount')),
    monitors: z
      .array(
        z.object({
          spec: z.object({
            selector: z.object({ matchLabels: labels }),
            endpoints: z.array(
              z.object({
                port: z.string(),
                path: z.string(),
                authorization: z.object({ credentials: z.object({ name: z.string(), key: z.string() }) }),
              }),
            ),
          }),
        }),
      )
      .parse(ofKind('ServiceMonitor')),
    count: objects.length,
  }
}
