'use client'

import { useEffect, useMemo, useState } from 'react'
import type { OverlayScene } from '../../scene/scene.ts'
import styles from './stage.module.css'
import { useStayingRows } from './use-staying-rows.ts'

interface TickerWidgetProps {
  texts: OverlayScene['texts']
  /** how long each text is shown */
  seconds: number
}

/** Short texts, one after the other. */
export function TickerWidget({ texts, seconds }: TickerWidgetProps) {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (texts.length < 2) return
    const timer = setInterval(() => setTurn((last) => last + 1), seconds * 1_000)
    return () => clearInterval(timer)
  }, [texts.length, seconds])
  const current = texts[turn % Math.max(1, texts.length)]
  const rows = useStayingRows(useMemo(() => (current ? [current] : []), [current]))
  if (rows.length === 0) return null
  return (
    <section aria-label="Announcements" className={styles.ticker}>
      {rows.map(({ item, phase }) => (
        <p key={item.id} dir="auto" className={`${styles.panel} ${styles.text}`} data-phase={phase}>
          {item.content}
        </p>
      ))}
    </section>
  )
}
