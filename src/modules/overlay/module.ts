import type { TenantRole } from '#src/auth/identity.ts'
import { defineModule } from '#src/resources/define-module.ts'
import { overlayPages } from './pages.ts'
import { dropHistory } from './resources/drop-history.ts'
import { goals } from './resources/goals.ts'
import { overlaySettings } from './resources/overlay-settings.ts'
import { pointTransactions } from './resources/point-transactions.ts'
import { powerupInventory } from './resources/powerup-inventory.ts'
import { powerupPurchases } from './resources/powerup-purchases.ts'
import { powerups } from './resources/powerups.ts'
import { receivedTips } from './resources/received-tips.ts'
import { tips } from './resources/tips.ts'
import { viewerPoints } from './resources/viewer-points.ts'
import { viewers } from './resources/viewers.ts'

const masters: readonly TenantRole[] = ['owner', 'admin']
const leaders: readonly TenantRole[] = [...masters, 'manager']
const workers: readonly TenantRole[] = [...leaders, 'staff']
const team: readonly TenantRole[] = [...workers, 'viewer']

export const overlay = defineModule({
  id: 'overlay',
  industry: 'overlay',
  title: 'Stream overlay',
  description: 'For streamers: viewers, goals and tips on screen.',
  icon: 'tv',
  resources: [
    viewers,
    viewerPoints,
    pointTransactions,
    goals,
    tips,
    receivedTips,
    dropHistory,
    powerups,
    powerupInventory,
    powerupPurchases,
    overlaySettings,
  ],
  tables: [
    'api_tokens',
    'overlay_layouts',
    'overlay_links',
    'streamer_profile',
    'theme_settings',
    'verification_codes',
    'viewer_sessions',
  ],
  pages: overlayPages,
  recordPages: ['viewers'],
  permissions: {
    'stream:create': workers,
    'overlay-stage:get': team,
    'overlay-stage:update': leaders,
    'overlay-links:list': leaders,
    'overlay-links:create': leaders,
    'overlay-links:delete': leaders,
    'provider-tokens:list': masters,
    'provider-tokens:update': masters,
    'provider-tokens:delete': masters,
    'viewer-sessions:create': workers,
  },
  permissionTitles: {
    stream: 'What happens on stream',
    'overlay-stage': 'Stage of the overlay',
    'overlay-links': 'Links of the overlay',
    'provider-tokens': 'Tokens of providers',
    'viewer-sessions': 'Proofs of viewers',
  },
})
