import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import { defaultLayout, overlayLayout } from '../../scene/layout.ts'
import { defaultTheme, overlayTheme } from '../../scene/theme.ts'
import type { StageSettings, StreamerProfile } from '../../stage-settings.ts'

const nobody: StreamerProfile = { kickUserId: null, username: null, displayName: null, avatarUrl: null }
const profileColumns = { kickUserId: true, username: true, displayName: true, avatarUrl: true } as const

/** How the stage is set up; what nobody has chosen, or what is of a version long ago, is as it comes. */
export async function findStage(db: TenantDb | TenantTx): Promise<StageSettings> {
  const profile = await db.streamerProfile.findFirst({ select: profileColumns })
  const theme = await db.themeSettings.findFirst({ select: { theme: true } })
  const layout = await db.overlayLayout.findFirst({ select: { layout: true } })
  return {
    profile: profile ?? nobody,
    theme: overlayTheme.safeParse(theme?.theme).data ?? defaultTheme,
    layout: overlayLayout.safeParse(layout?.layout).data ?? defaultLayout,
  }
}

/** Puts what is given in the place of what is there; there is one row of each for a tenant. */
export async function saveStage(
  tx: TenantTx,
  tenantId: string,
  { profile, theme, layout }: Partial<StageSettings>,
): Promise<void> {
  const where = { tenantId }
  const born = () => ({ id: newId(), tenantId })
  const select = { id: true } as const
  if (profile)
    await tx.streamerProfile.upsert({ where, create: { ...born(), ...profile }, update: profile, select })
  if (theme) await tx.themeSettings.upsert({ where, create: { ...born(), theme }, update: { theme }, select })
  if (layout)
    await tx.overlayLayout.upsert({ where, create: { ...born(), layout }, update: { layout }, select })
}

/** Lets nobody else change the stage until the transaction ends; there may be no row to lock yet. */
export async function lockStage(tx: TenantTx, tenantId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('overlay stage ' || ${tenantId}, 0))`
}
