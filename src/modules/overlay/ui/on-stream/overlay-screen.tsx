'use client'

import { Stage } from '../stage/stage.tsx'
import styles from './overlay-screen.module.css'
import { useLinkToken } from './use-link-token.ts'
import { useLiveScene } from './use-live-scene.ts'

/**
 * What viewers see on the stream: the stage on nothing at all. A link that does not work shows nothing either, because
 * it might be on air; why, it says to whoever presses the mouse on the page, and to screen readers.
 */
export function OverlayScreen({ tenantId }: { tenantId: string }) {
  const { scene, isRefused } = useLiveScene(tenantId, useLinkToken())
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.unseen}>{scene ? `Overlay of ${scene.title}` : 'Overlay'}</h1>
      {scene && <Stage scene={scene} />}
      {isRefused && (
        <p role="status" className={styles.notice}>
          This overlay link does not work, or no longer. A new one is made in the studio of the workspace.
        </p>
      )}
    </main>
  )
}
