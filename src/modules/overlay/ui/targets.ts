import type { RecordTarget } from '#src/resources/ui/record-target.ts'
import { dropHistory } from '../resources/drop-history.ts'
import { pointTransactions } from '../resources/point-transactions.ts'
import { powerupInventory } from '../resources/powerup-inventory.ts'
import { powerupPurchases } from '../resources/powerup-purchases.ts'
import { powerups } from '../resources/powerups.ts'
import { viewerPoints } from '../resources/viewer-points.ts'
import { viewers } from '../resources/viewers.ts'

const moduleId = 'overlay'

/** The resources that the screens of this module look into. */
export const targets = {
  viewers: { moduleId, resource: viewers },
  balances: { moduleId, resource: viewerPoints },
  transactions: { moduleId, resource: pointTransactions },
  powerups: { moduleId, resource: powerups },
  inventory: { moduleId, resource: powerupInventory },
  purchases: { moduleId, resource: powerupPurchases },
  drops: { moduleId, resource: dropHistory },
} as const satisfies Record<string, RecordTarget>
