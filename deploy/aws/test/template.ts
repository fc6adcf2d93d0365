import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { createBerthStack } from '../src/berth-stack.ts'
import cdk from '../cdk.json' with { type: 'json' }
import { readSettings } from '../src/settings.ts'

export type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string }

const USUAL = { domain: 'berth.example', tag: '0.1.0', hostedZoneId: 'Z123' }

const made = new Map<string, Template>()

/** What would be deployed with these settings, made without an account and without a network; once for each of them. */
export function synthesize(settings: Record<string, unknown> = {}): Template {
  const key = JSON.stringify(settings, (_, value: unknown) => value ?? null)
  const template = made.get(key) ?? synthesizeAnew(settings)
  made.set(key, template)
  return template
}

function synthesizeAnew(settings: Record<string, unknown>): Template {
  const context: Record<string, unknown> = { ...USUAL, ...settings }
  const app = new App({ context: cdk.context })
  return Template.fromStack(
    createBerthStack(
      app,
      readSettings((name) => context[name]),
    ),
  )
}

/** All resources, or those of a type, by their names in the template. */
export function resourcesOf(template: Template, type?: string): Record<string, Resource> {
  const { Resources } = template.toJSON() as { Resources: Record<string, Resource> }
  return Object.fromEntries(Object.entries(Resources).filter(([, each]) => !type || each.Type === type))
}
