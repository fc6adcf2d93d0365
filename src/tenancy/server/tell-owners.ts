import type { PlatformTx } from '#src/db/server/database.ts'
import {
  deletionScheduledMail,
  workspaceActivatedMail,
  workspaceRestoredMail,
  workspaceSuspendedMail,
} from '#src/mail/server/life-mails.ts'
import type { MailText } from '#src/mail/mail.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import type { TenantMove } from '../life-cycle.ts'
import { listOwners, type LockedTenant } from './tenant-life.repository.ts'

/** Absolute address of a workspace. */
export type WorkspaceUrl = (subdomain: string) => string

type Told = {
  move: TenantMove
  tenant: LockedTenant
  changes: { statusReason?: string | null; deletionDueAt?: Date | null }
}

/** Mails every owner what has become of their workspace, in the transaction that did it. */
export async function tellOwners(
  tx: PlatformTx,
  { workspaceUrl }: { workspaceUrl: WorkspaceUrl },
  told: Told,
): Promise<void> {
  const { id, subdomain, businessName } = told.tenant
  for (const { email, fullName } of await listOwners(tx, id)) {
    const workspace = { ownerName: fullName, businessName, workspaceUrl: workspaceUrl(subdomain) }
    await queueMail(tx, { ...mailOf(told, workspace), tenantId: id, to: email })
  }
}

type Workspace = Parameters<typeof workspaceActivatedMail>[0]

function mailOf({ move, changes }: Told, workspace: Workspace): MailText {
  const reason = changes.statusReason ?? ''
  switch (move) {
    case 'activate':
      return workspaceActivatedMail(workspace)
    case 'suspend':
      return workspaceSuspendedMail({ ...workspace, reason })
    case 'delete':
      return deletionScheduledMail({ ...workspace, reason, day: inWords(changes.deletionDueAt) })
    case 'restore':
      return workspaceRestoredMail(workspace)
  }
}

/** The day, in UTC. */
function inWords(moment: Date | null | undefined): string {
  return (moment ?? new Date()).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
}
