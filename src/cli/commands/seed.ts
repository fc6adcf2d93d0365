import { Command, InvalidArgumentError, Option } from 'commander'
import { generatePassword } from '#src/auth/server/generate-password.ts'
import { startBackground } from '#src/server/background.ts'
import { describeSeeded } from '#src/server/demo/describe-seeded.ts'
import { requireDemoAllowed } from '#src/server/demo/seed-first-start.ts'
import { seedTenants } from '#src/server/demo/seed-tenants.ts'
import { siteAddressOf } from '#src/server/site-address.ts'
import { readAuthSecret } from '#src/server/stored-secret.ts'
import { industries, type Industry } from '#src/tenancy/tenant.ts'
import { createProgress } from '../progress.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { tenants: number; industry?: Industry; seed: string; json?: true }

const MAX_TENANTS = 1_000

/** `berth seed` */
export function createSeed(): Command {
  return new Command('seed')
    .description('make demo tenants, with people and a fortnight of records')
    .option('--tenants <number>', 'how many, one industry after the other', readCount, industries.length)
    .addOption(new Option('--industry <name>', 'all of one industry').choices(industries))
    .option('--seed <text>', 'the same text chooses the same people and records', 'berth')
    .option('--json', 'print the tenants as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => seed(installation, options)))
}

async function seed(
  { env, database, logger, releasers }: Installation,
  { tenants, industry, seed, json }: Options,
): Promise<void> {
  requireDemoAllowed(env)
  const site = siteAddressOf(env, env.PORT)
  const password = generatePassword()
  // Whether a server runs or not, the work is done here too.
  await startBackground({ database, env, logger, site, releasers })
  const progress = createProgress('tenants')
  const wanted = Array.from({ length: tenants }, (_, index) => industry ?? industryAt(index))
  const authSecret = await readAuthSecret(env)
  const seeded = await seedTenants(
    { database, authSecret, site, password, now: new Date() },
    { industries: wanted, seed, onProgress: progress.update },
  ).finally(progress.end)
  process.stdout.write(
    json ? `${JSON.stringify({ password, tenants: seeded })}\n` : describeSeeded(seeded, password),
  )
}

function industryAt(index: number): Industry {
  return industries[index % industries.length] ?? industries[0]
}

function readCount(given: string): number {
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1 || count > MAX_TENANTS)
    throw new InvalidArgumentError(`Give a number from 1 to ${MAX_TENANTS}.`)
  return count
}
