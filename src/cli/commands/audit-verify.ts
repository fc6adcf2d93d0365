import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { z } from 'zod'
import { chainProof, PLATFORM_CHAIN, type ChainHead, type ChainProof } from '#src/audit/chain-proof.ts'
import { listChains } from '#src/audit/server/chain.repository.ts'
import { verifyChain } from '#src/audit/server/verify-chain.ts'
import { CommandFailure, EXIT } from '../exit.ts'
import { createProgress } from '../progress.ts'
import { requireTenant } from '../require-tenant.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { tenant?: string; json?: true; witness?: string }

const witnessFile = z.object({ proofs: z.array(chainProof.pick({ chain: true, head: true })) })

/** `berth audit verify` */
export function createAuditVerify(): Command {
  return new Command('verify')
    .description('prove that no entry of the audit log was changed, removed or slipped in')
    .option(
      '--tenant <name>',
      'only the log of this tenant, by subdomain or id; without it, all and the platform',
    )
    .option(
      '--witness <file>',
      'what --json printed earlier: also finds a log that was cut off or rewritten since',
    )
    .option('--json', 'print the proofs as JSON, to be kept away from this machine')
    .addHelpText('after', '\nExit code 1 means that a log does not hold.')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => verify(installation, options)))
}

async function verify({ database, keys }: Installation, { tenant, json, witness }: Options): Promise<void> {
  const db = database.platform
  const witnesses = witness === undefined ? new Map<string, ChainHead>() : await readWitness(witness)
  const asked = tenant === undefined ? undefined : (await requireTenant(db, tenant)).tenantId
  const chains = asked
    ? [asked]
    : [...new Set([PLATFORM_CHAIN, ...(await listChains(db)), ...witnesses.keys()])]
  const proofs: ChainProof[] = []
  for (const chain of chains) {
    const progress = createProgress(chain)
    proofs.push(
      await verifyChain(db, {
        chain,
        sealKey: keys.auditSeal,
        witness: witnesses.get(chain),
        onProgress: progress.update,
      }),
    )
    progress.end()
    const proof = proofs.at(-1)
    if (proof && !json) process.stdout.write(`${describe(proof)}\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify({ proofs }, null, 2)}\n`)
  const broken = proofs.filter(({ problem }) => problem !== null)
  if (broken.length > 0) throw new CommandFailure(`${broken.length} of ${proofs.length} logs do not hold.`)
}

function describe({ chain, links, head, seals, problem }: ChainProof): string {
  const name = chain === PLATFORM_CHAIN ? 'platform' : chain
  const where = problem?.seq ? ` First at link ${problem.seq}.` : ''
  const entry = problem?.entryId ? ` Entry ${problem.entryId}.` : ''
  if (problem) return `BROKEN ${name}  ${problem.message}${where}${entry}`
  if (!head) return `holds  ${name}  nothing written yet`
  return `holds  ${name}  ${links} entries, ${seals.valid} seals, head ${head.seq} ${head.hash}`
}

async function readWitness(file: string): Promise<Map<string, ChainHead>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(`The witness ${file} cannot be read.`, EXIT.usage)
  })
  const parsed = witnessFile.safeParse(parseJson(text))
  if (!parsed.success)
    throw new CommandFailure(`${file} is not what berth audit verify --json prints.`, EXIT.usage)
  return new Map(parsed.data.proofs.flatMap(({ chain, head }) => (head ? [[chain, head] as const] : [])))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
