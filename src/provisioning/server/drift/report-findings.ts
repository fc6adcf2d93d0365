import type { DriftFinding, DriftReport } from '../../drift.ts'
import { compareStructures, type Difference } from './compare-structures.ts'
import type { FleetTenant } from './fleet-state.repository.ts'
import type { Golden } from './golden.ts'
import type { Orphan } from './orphans.repository.ts'
import type { Plane } from './plane-relations.ts'
import { rankDifference } from './rank-difference.ts'
import { planStatements } from './repair/plan-statements.ts'
import type { RepairStage } from './repair/planned-repair.ts'
import type { StructureObject } from './structure.repository.ts'

/** A finding with when its statements run. */
export type StagedFinding = { finding: DriftFinding; stage: RepairStage }

/** What differs at a tenant, the worst first; nothing when it is as it should be. */
export function reportFindings(
  tenant: FleetTenant,
  { golden, structure }: { golden: Golden; structure: readonly StructureObject[] | undefined },
): DriftReport | undefined {
  const findings = listFindings(tenant, { golden, structure }).map(({ finding }) => finding)
  if (findings.length === 0) return undefined
  const { tenantId, subdomain, schemaName } = tenant
  return { tenantId, subdomain, schemaName, findings }
}

/** The same with everything a repair has to know. */
export function listFindings(
  plane: Plane,
  { golden, structure }: { golden: Golden; structure: readonly StructureObject[] | undefined },
): StagedFinding[] {
  if (!structure) return [{ finding: missingSchema(plane), stage: 'together' }]
  const owner = golden.objects.get('schema {schema}')?.[0]?.aspects['owner']
  const login = typeof owner === 'string' ? owner : ''
  return compareStructures(golden, structure)
    .map((difference) => describe(difference, { plane, login }))
    .toSorted((left, right) => rankOf(left.finding).localeCompare(rankOf(right.finding)))
}

function describe(difference: Difference, { plane, login }: { plane: Plane; login: string }): StagedFinding {
  const { kind, object, expected, found, aspect } = difference
  const { repair, stage, statements } = planStatements(difference, login)
  const fill = (text: string) =>
    text.replaceAll('{schema}', plane.schemaName).replaceAll('{role}', plane.roleName)
  return {
    stage,
    finding: {
      ...{ severity: rankDifference(difference), kind, aspect, repair },
      difference: difference.difference,
      object: fill(object),
      expected: expected.length > 0 ? fill(expected.join(', ')) : null,
      found: found.length > 0 ? fill(found.join(', ')) : null,
      statements: statements.map(fill),
    },
  }
}

function rankOf({ severity, kind, object, aspect }: DriftFinding): string {
  // Whoever owns a thing decides about its rights: that comes first.
  return `${severity} ${kind} ${object} ${aspect === 'owner' ? '' : (aspect ?? '')}`
}

function missingSchema({ schemaName }: Plane): DriftFinding {
  return {
    ...{ severity: 'critical', kind: 'schema', object: schemaName, difference: 'missing', aspect: null },
    ...{ expected: 'the schema of a tenant', found: null, repair: 'decision', statements: [] },
  }
}

/** Schemas and roles that belong to no tenant. */
export function reportOrphans(orphans: readonly Orphan[]): DriftReport[] {
  return orphans.map(({ kind, name, owner, objects }) => ({
    ...{
      tenantId: null,
      subdomain: null,
      schemaName: kind === 'schema' ? name : name.replace(/^berth_/, ''),
    },
    findings: [
      {
        ...{ severity: 'critical', kind, object: name, difference: 'extra', aspect: null, expected: null },
        found:
          kind === 'schema'
            ? `${objects} tables, owned by ${owner ?? 'nobody'}`
            : `a role with ${objects} rights`,
        repair: 'manual',
        statements: [kind === 'schema' ? `drop schema ${name} cascade` : `drop role ${name}`],
      },
    ],
  }))
}
