import type { DriftFinding, DriftReport } from '#src/provisioning/drift.ts'

/** What differs at a tenant, line by line. */
export function describeReport({ subdomain, schemaName, findings }: DriftReport): string {
  return [`${subdomain ?? 'no tenant'}  ${schemaName}`, ...findings.map(describeFinding)].join('\n')
}

/** A finding, with what puts it right. */
export function describeFinding(finding: DriftFinding): string {
  const { severity, kind, object, difference, aspect, expected, found, repair, statements } = finding
  const sides =
    difference === 'changed' ? `: expected ${expected ?? 'nothing'}, found ${found ?? 'nothing'}` : ''
  const how = { automatic: 'repair', manual: 'by hand', decision: 'needs a decision' }[repair]
  return [
    `  ${severity.padEnd(8)}  ${kind} ${object}  ${aspect ?? difference}${sides}`,
    ...(statements.length === 0
      ? [`    ${how}`]
      : statements.map((statement) => `    ${how}: ${statement};`)),
  ].join('\n')
}
