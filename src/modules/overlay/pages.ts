import type { ModulePage } from '#src/resources/define-module.ts'

/** Pages for streamers, in the order of the navigation. */
export const overlayPages: readonly ModulePage[] = [
  { name: 'studio', title: 'Studio', icon: 'clapperboard', permission: 'overlay-stage:get' },
  { name: 'points', title: 'Points', icon: 'coins', permission: 'point-transactions:list' },
  { name: 'shop', title: 'Shop', icon: 'store', permission: 'powerups:list' },
  { name: 'analytics', title: 'Analytics', icon: 'chart-column', permission: 'viewer-points:list' },
  { name: 'connections', title: 'Connections', icon: 'plug', permission: 'viewer-sessions:create' },
]
