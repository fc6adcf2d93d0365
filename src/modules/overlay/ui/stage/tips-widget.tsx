'use client'

import { formatMoney } from '#src/ui/format/money.ts'
import type { SceneTip } from '../../scene/scene.ts'
import styles from './stage.module.css'
import type { StageStyle } from './theme-style.ts'
import { useStayingRows } from './use-staying-rows.ts'
import { useTipsOnStage } from './use-tips-on-stage.ts'

interface TipsWidgetProps {
  tips: readonly SceneTip[]
  rows: number
  /** how long each tip stays, 0 until newer ones push it out */
  seconds: number
}

/** The latest tips. The newest comes in at the edge of the picture and pushes the others inwards. */
export function TipsWidget({ tips, rows, seconds }: TipsWidgetProps) {
  const shown = useTipsOnStage(tips, { rows, seconds })
  const style: StageStyle = { '--rows': rows }
  return (
    <section aria-label="Latest tips" className={styles.tips} style={style}>
      {useStayingRows(shown).map(({ item, index, phase }) => (
        <Tip key={item.id} tip={item} index={index} phase={phase} />
      ))}
    </section>
  )
}

function Tip({ tip, index, phase }: { tip: SceneTip; index: number; phase: string }) {
  const { from, amountCents, currency, message, isTest } = tip
  const style: StageStyle = { '--index': index }
  return (
    <article className={styles.tipRow} style={style} data-phase={phase}>
      <div className={`${styles.panel} ${styles.tip}`}>
        <strong className={styles.tipAmount}>{formatMoney(amountCents, currency)}</strong>
        <div>
          <p className={styles.tipHead}>
            <bdi className={styles.tipFrom}>{from}</bdi>
            {isTest && <span className={styles.test}>Test</span>}
          </p>
          {message && (
            <p dir="auto" className={styles.tipMessage}>
              {message}
            </p>
          )}
        </div>
      </div>
    </article>
  )
}
