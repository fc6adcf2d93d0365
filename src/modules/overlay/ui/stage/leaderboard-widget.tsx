'use client'

import { useEffect, useState } from 'react'
import { formatCount } from '#src/ui/format/numbers.ts'
import type { OverlayScene, SceneLeader } from '../../scene/scene.ts'
import styles from './stage.module.css'
import type { StageStyle } from './theme-style.ts'
import { useStayingRows } from './use-staying-rows.ts'

/** How long each of two boards is shown. */
const TURN_MS = 12_000

interface LeaderboardWidgetProps {
  leaderboards: OverlayScene['leaderboards']
  rows: number
  period: 'daily' | 'all-time' | 'in-turn'
}

/** Who has most points. With both periods the two boards lie on each other and take turns. */
export function LeaderboardWidget({ leaderboards, rows, period }: LeaderboardWidgetProps) {
  const boards = [
    { name: 'Today', leaders: leaderboards.daily, isWanted: period !== 'all-time' },
    { name: 'All time', leaders: leaderboards.allTime, isWanted: period !== 'daily' },
  ].filter(({ leaders, isWanted }) => isWanted && leaders.length > 0)
  const turn = useTurn(boards.length)
  if (boards.length === 0) return null
  return (
    <section aria-label="Leaderboard" className={`${styles.panel} ${styles.boards}`}>
      {boards.map(({ name, leaders }, index) => (
        <Board key={name} name={name} leaders={leaders} rows={rows} isShown={index === turn} />
      ))}
    </section>
  )
}

/** Counts 0, 1, … as long as there is more than one. */
function useTurn(count: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (count < 2) return
    const timer = setInterval(() => setTurn((last) => last + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [count])
  return count === 0 ? 0 : turn % count
}

interface BoardProps {
  name: string
  leaders: readonly SceneLeader[]
  rows: number
  isShown: boolean
}

function Board({ name, leaders, rows, isShown }: BoardProps) {
  const style: StageStyle = { '--rows': Math.min(rows, leaders.length) }
  const shown = useStayingRows(leaders)
  return (
    <div className={styles.board} data-shown={isShown || undefined} aria-hidden={!isShown}>
      <h2 className={styles.boardName}>{name}</h2>
      <div className={styles.leaders} style={style}>
        {shown.map(({ item, index, phase }) => (
          <Leader key={item.id} leader={item} index={index} isShown={index < rows && phase !== 'leaving'} />
        ))}
      </div>
    </div>
  )
}

interface LeaderProps {
  leader: SceneLeader
  index: number
  /** false for those who fall off the end of the board, or wait behind it */
  isShown: boolean
}

function Leader({ leader, index, isShown }: LeaderProps) {
  const style: StageStyle = { '--index': index }
  return (
    <p className={styles.leader} style={style} data-shown={isShown || undefined} data-rank={index + 1}>
      <span className={styles.rank}>{index + 1}</span>
      <bdi className={styles.leaderName}>{leader.name}</bdi>
      <span className={styles.points}>{formatCount(leader.points)}</span>
    </p>
  )
}
