'use client'

import { overlayPlaces, type OverlayWidget } from '../../scene/layout.ts'
import type { OverlayScene } from '../../scene/scene.ts'
import { GoalsWidget } from './goals-widget.tsx'
import { LeaderboardWidget } from './leaderboard-widget.tsx'
import styles from './stage.module.css'
import { styleOfTheme, type StageStyle } from './theme-style.ts'
import { TickerWidget } from './ticker-widget.tsx'
import { TipsWidget } from './tips-widget.tsx'

/** An overlay, as large as what it stands in. It depends on nothing but its scene. */
export function Stage({ scene }: { scene: OverlayScene }) {
  return (
    <div
      className={styles.stage}
      style={styleOfTheme(scene.theme)}
      data-outline={scene.theme.outline || undefined}
    >
      {overlayPlaces.map((place) => {
        const widgets = scene.layout.widgets.filter((widget) => widget.place === place)
        if (widgets.length === 0) return null
        return (
          <div key={place} className={styles.place} data-place={place}>
            {widgets.map((widget) => (
              <Sized key={widget.kind} widget={widget} scene={scene} />
            ))}
          </div>
        )
      })}
    </div>
  )
}

interface WidgetProps {
  widget: OverlayWidget
  scene: OverlayScene
}

function Sized({ widget, scene }: WidgetProps) {
  const style: StageStyle = { '--size': widget.size / 100 }
  return (
    <div className={styles.widget} style={style}>
      <Widget widget={widget} scene={scene} />
    </div>
  )
}

function Widget({ widget, scene }: WidgetProps) {
  switch (widget.kind) {
    case 'goals':
      return <GoalsWidget goals={scene.goals} rows={widget.rows} currency={scene.currency} />
    case 'tips':
      return <TipsWidget tips={scene.tips} rows={widget.rows} seconds={widget.seconds} />
    case 'leaderboard':
      return <LeaderboardWidget leaderboards={scene.leaderboards} rows={widget.rows} period={widget.period} />
    case 'ticker':
      return <TickerWidget texts={scene.texts} seconds={widget.seconds} />
  }
}
