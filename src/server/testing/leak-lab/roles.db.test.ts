import { describe, expect, it } from 'vitest'
import type { Attack } from './attack.ts'
import { watchInputOf } from './inputs.ts'
import { runAttacks } from './lab-report.ts'
import { useLab } from './lab.ts'
import { listRoleAttacks } from './role-attacks.ts'
import { runAttack } from './run-attack.ts'

const lab = useLab()
const PATIENCE_MS = 300_000

describe('people with a role', () => {
  it('may exactly what the permission table says', { timeout: PATIENCE_MS }, async ({ task }) => {
    expect(await runAttacks(lab(), { attacks: listRoleAttacks(lab()), task })).toEqual([])
  })
})

describe('the lab', () => {
  it('sees the markers in what a tenant’s own people are answered', async () => {
    const { victim } = lab()
    const own: Attack = {
      name: 'questions of the tenant’s own owner',
      protects: [victim],
      expects: (_, { code }) => code === 'OK',
      movesOn: (procedure) =>
        procedure.access?.kind === 'permission' && /^\w+\.\w+\.(get|list)$/.test(procedure.path)
          ? [
              {
                host: victim.subdomain,
                headers: { authorization: `Bearer ${victim.people.owner.token}` },
                input: watchInputOf(procedure, { tenant: victim, watchToken: victim.watchToken }),
              },
            ]
          : [],
    }
    const { attempts, codes, problems } = await runAttack(lab(), own)
    // Each of them answers with something marked, and so each of them counts as a leak here.
    expect(codes).toEqual({ OK: attempts })
    expect(problems.filter((problem) => !problem.includes('which shows'))).toEqual([])
    expect(problems).toHaveLength(attempts)
  })
})
