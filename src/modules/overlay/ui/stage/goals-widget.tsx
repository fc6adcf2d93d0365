'use client'

import { Check } from 'lucide-react'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatCount } from '#src/ui/format/numbers.ts'
import type { SceneGoal } from '../../scene/scene.ts'
import styles from './stage.module.css'
import type { StageStyle } from './theme-style.ts'

interface GoalsWidgetProps {
  goals: readonly SceneGoal[]
  rows: number
  currency: string
}

/** What the stream collects for, each with how far it is. */
export function GoalsWidget({ goals, rows, currency }: GoalsWidgetProps) {
  return (
    <section aria-label="Goals" className={styles.goals}>
      {goals.slice(0, rows).map((goal) => (
        <Goal key={goal.id} goal={goal} currency={currency} />
      ))}
    </section>
  )
}

function Goal({ goal, currency }: { goal: SceneGoal; currency: string }) {
  const { label, current, target, unit } = goal
  const print = (value: number) => (unit === 'money' ? formatMoney(value, currency) : formatCount(value))
  const isReached = current >= target
  const style: StageStyle = { '--done': Math.min(1, current / target) }
  return (
    <article className={`${styles.panel} ${styles.goal}`} data-reached={isReached || undefined}>
      <header className={styles.goalHead}>
        <bdi className={styles.goalLabel}>{label}</bdi>
        {isReached && <Check className={styles.goalCheck} aria-label="Reached" strokeWidth={3} />}
      </header>
      <div className={styles.bar} style={style}>
        <div className={styles.fill} />
      </div>
      <p className={styles.goalNumbers}>
        <strong>{print(current)}</strong> of {print(target)}
      </p>
    </article>
  )
}
