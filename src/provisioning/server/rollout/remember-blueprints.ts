import type { BlueprintOf, TenantBlueprint } from '../blueprint.ts'

/**
 * The same, made once for each set of modules: thousands of tenants have the same few, and the rows a tenant begins with,
 * which a rollout does not need, take longer to make than a migration.
 */
export function rememberBlueprints(blueprintOf: BlueprintOf): BlueprintOf {
  const made = new Map<string, TenantBlueprint>()
  return (input) => {
    const key = JSON.stringify([input.modules, input.services])
    const blueprint = made.get(key) ?? blueprintOf(input)
    made.set(key, blueprint)
    return blueprint
  }
}
