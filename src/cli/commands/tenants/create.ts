import { Command, Option } from 'commander'
import { createTenantInput } from '#src/admin/tenant-changes.ts'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { newId } from '#src/shared/ids.ts'
import { signUpCatalog } from '#src/server/sign-up-catalog.ts'
import { siteAddressOf } from '#src/server/site-address.ts'
import { signUpForOwner } from '#src/tenancy/server/sign-up-for-owner.service.ts'
import { industries, plans } from '#src/tenancy/tenant.ts'
import { CommandFailure, EXIT } from '../../exit.ts'
import { refusedAs } from '../../refused-as.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'

type Options = {
  name: string
  industry: string
  subdomain: string
  owner: string
  email: string
  plan: string
  timezone: string
  currency: string
  json?: true
}

/** `berth tenants create` */
export function createTenantsCreate(): Command {
  return new Command('create')
    .description('sign a business up; its owner gets a mail with a link to choose the password')
    .requiredOption('--name <text>', 'name of the business')
    .addOption(new Option('--industry <name>', 'its trade').choices(industries).makeOptionMandatory())
    .requiredOption('--subdomain <label>', 'its address')
    .requiredOption('--owner <name>', 'full name of the owner')
    .requiredOption('--email <address>', 'where the owner gets the mail')
    .addOption(new Option('--plan <name>', 'its plan').choices(plans).default('free'))
    .option('--timezone <name>', 'such as Europe/Berlin', 'UTC')
    .option('--currency <code>', 'such as EUR', 'EUR')
    .option('--json', 'print the ids as JSON')
    .addHelpText('after', '\nThe workspace is built by a worker: by the server, or by the next that starts.')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => create(installation, options)))
}

async function create({ database, env }: Installation, options: Options): Promise<void> {
  const { name, industry, subdomain, owner, email, plan, timezone, currency, json } = options
  const input = createTenantInput.safeParse({
    business: { name, industry },
    subdomain,
    owner: { fullName: owner, email },
    preferences: { plan, timezone, currency },
  })
  if (!input.success) {
    const [issue] = input.error.issues
    throw new CommandFailure(`${String(issue?.path.at(-1))}: ${issue?.message ?? ''}`, EXIT.usage)
  }
  const { workspaceUrl } = siteAddressOf(env, env.PORT)
  const made = await signUpForOwner({ database, workspaceUrl, requestId: newId() }, signUpCatalog, {
    input: input.data,
    actor: systemActor(),
  }).catch(refusedAs)
  process.stdout.write(
    json
      ? `${JSON.stringify(made)}\n`
      : `${input.data.subdomain} is being built: ${made.workspaceUrl} (run ${made.runId})\n`,
  )
}
