import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  isInProject,
  listVariables,
  readProjectFile,
  readShutdownMs,
  readYaml,
} from './testing/project-file.ts'

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).default([]),
  profiles: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
  stop_grace_period: z.string().optional(),
})
const { services, volumes, configs } = z
  .object({
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
    configs: z.record(z.string(), z.object({ content: z.string() })),
  })
  .parse(await readYaml('docker-compose.yml'))

const { app, worker } = services
const variables = await listVariables()

describe('docker compose', () => {
  it('gives app and worker variables that Berth reads, and both the same', () => {
    const names = Object.keys(app?.environment ?? {})
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => !variables.includes(name))).toEqual([])
    expect({ ...worker?.environment, BERTH_WORKER: 'off' }).toEqual(app?.environment)
  })

  it('starts files that are there', () => {
    const program = worker?.command?.at(-1) ?? ''
    expect(program).toBe('src/server/worker.ts')
    expect(isInProject(program)).toBe(true)
  })

  it('sets PostgreSQL as the embedded one is set, where it sets it at all', async () => {
    const embedded = await readProjectFile('src/db/server/embedded-postgres/server-settings.ts')
    const settings = (services['postgres']?.command ?? [])
      .slice(1)
      .map((word) => word.replace(/^-c/, '').split('='))
    expect(settings.length).toBeGreaterThan(3)
    for (const [name, value] of settings) expect(embedded).toContain(`${name ?? ''}: '${value ?? ''}'`)
  })

  it('leaves enough time to end in order', async () => {
    const seconds = [app, worker].map((each) => Number(each?.stop_grace_period?.replace(/s$/, '')))
    expect(Math.min(...seconds) * 1000).toBeGreaterThan(await readShutdownMs())
  })

  describe.each(Object.entries(services))('%s', (_, { image, ports, ...service }) => {
    it('mounts what is declared or in the project', () => {
      const sources = service.volumes.map((volume) => volume.split(':')[0] ?? '')
      const missing = sources.filter((source) => !(source in volumes) && !isInProject(source))
      expect(missing).toEqual([])
      expect(service.configs.filter(({ source }) => !(source in configs))).toEqual([])
    })

    it('waits only for what tells that it is ready, and is there whenever it is', () => {
      for (const [name, { condition }] of Object.entries(service.depends_on)) {
        const needed = services[name]
        expect(needed, name).toBeDefined()
        expect(needed?.profiles ?? service.profiles).toEqual(service.profiles)
        // The image of Berth has a check of its own.
        if (condition === 'service_healthy' && name !== 'app') expect(needed?.healthcheck?.test).toBeDefined()
      }
    })

    it('is open to this machine alone, and of a version that is named', () => {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
      expect(image).toMatch(/^berth$|:v?\d+/)
      expect(image).not.toContain('latest')
    })
  })
})
