import { CircleCheck } from 'lucide-react'
import { hull, placeBollards, ropeOf, view } from '#src/provisioning/ui/berth-plan.ts'
import { getStepTitle } from '#src/provisioning/step-titles.ts'
import { Harbour } from './harbour.tsx'
import styles from './landing.module.css'
import { MomentStyles } from './moment-styles.tsx'
import { recordedRun } from './recorded-run.ts'

/** The status page in small: a recorded run whose steps appear when they did, by style sheet alone. */
export function LandingCard({ domain }: { domain: string }) {
  const ends = endsOf(recordedRun.steps)
  const places = placeBollards(recordedRun.steps.length)
  const moored = places.map((_, index) => recordedRun.totalMs + index * 35)
  return (
    <div className={styles.card} data-total={recordedRun.totalMs}>
      <MomentStyles at={[...ends, ...moored]} total={recordedRun.totalMs} />
      <svg viewBox={`0 0 ${view.width} ${view.height}`} className={styles.plan} aria-hidden>
        <Harbour />
        {places.map((place, index) => (
          <path key={index} className={styles.rope} d={ropeOf(place)} data-at={moored[index]} />
        ))}
        <g className={styles.vessel}>
          <path className={styles.hull} d={hull.outline} />
          <path className={styles.deck} d={hull.deck} />
          <text x={hull.middle} y={view.height / 2 + 1} textAnchor="middle" dominantBaseline="central">
            {recordedRun.initials}
          </text>
        </g>
        {places.map((place, index) => (
          <circle
            key={index}
            className={styles.bollard}
            cx={place.x}
            cy={place.y}
            r="4.5"
            data-at={ends[index]}
          />
        ))}
      </svg>
      <div className={styles.cardBody}>
        <p className={styles.cardTitle}>
          <span>{recordedRun.business}</span>
          <span className={styles.total} data-at={recordedRun.totalMs}>
            Ready in {recordedRun.totalMs} ms
          </span>
        </p>
        <p className={styles.address}>
          {recordedRun.address}.{domain}
        </p>
        <ol className={styles.steps}>
          {recordedRun.steps.map((step, index) => (
            <li key={step.name} data-at={ends[index]}>
              <CircleCheck size={16} strokeWidth={2.25} aria-hidden />
              <span>{getStepTitle(step.name).title}</span>
              <span className={styles.duration}>{step.durationMs} ms</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

/** When each step had ended, in milliseconds after the start. */
function endsOf(steps: readonly { durationMs: number }[]): number[] {
  let end = 0
  return steps.map((step) => (end += step.durationMs))
}
