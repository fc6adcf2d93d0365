import { defineModuleServer } from '#src/resources/server/define-module-server.ts'
import { overlay } from '../module.ts'
import { analyticsRouter } from './analytics/analytics.router.ts'
import { linksRouter } from './links/links.router.ts'
import { sceneRouter } from './scene/scene.router.ts'
import { stageRouter } from './stage/stage.router.ts'
import { streamRouter } from './stream.router.ts'
import { providerTokensRouter } from './tokens/provider-tokens.router.ts'
import { verificationRouter } from './verification/verification.router.ts'

/** What the overlay does beyond keeping records. */
export const overlayServer = defineModuleServer(overlay, {
  routers: {
    stream: streamRouter,
    analytics: analyticsRouter,
    stage: stageRouter,
    scene: sceneRouter,
    links: linksRouter,
    providerTokens: providerTokensRouter,
    verification: verificationRouter,
  },
})
