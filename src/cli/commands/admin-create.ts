import { Command } from 'commander'
import { z } from 'zod'
import { createPlatformAdmin } from '#src/auth/server/platform-admin.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { CommandFailure, EXIT } from '../exit.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { email: string; name: string; json?: true }

/** `berth admin create` */
export function createAdminCreate(): Command {
  return new Command('create')
    .description('make a platform administrator; the password is made up and shown once')
    .requiredOption('--email <address>', 'what they sign in with')
    .option('--name <name>', 'their full name', 'Platform admin')
    .option('--json', 'print the account as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => createAdmin(installation, options)))
}

async function createAdmin({ database }: Installation, { email, name, json }: Options): Promise<void> {
  const address = z.email().max(254).safeParse(email.trim().toLowerCase())
  if (!address.success) throw new CommandFailure(`${email} is not an e-mail address.`, EXIT.usage)
  const admin = await createPlatformAdmin(database.platform, { email: address.data, fullName: name }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'ALREADY_EXISTS')
        throw new CommandFailure(`${address.data} is an administrator already.`)
      throw error
    },
  )
  process.stdout.write(
    json ? `${JSON.stringify(admin)}\n` : `Administrator, shown once: ${admin.email}  ${admin.password}\n`,
  )
}
