'use client'

import { printDay, type Day } from '../calendar-day.ts'
import { Corner, DayCell, MonthCell, Rest } from './nights-parts.tsx'

/** The months and days above the nights. */
export function NightsHead({ days, today }: { days: readonly Day[]; today: Day }) {
  return (
    <thead>
      <tr>
        <Corner rowSpan={2} />
        {groupByMonth(days).map(({ month, count }) => (
          <MonthCell key={month} scope="colgroup" colSpan={count}>
            <span>{month}</span>
          </MonthCell>
        ))}
        <Rest rowSpan={2} aria-hidden />
      </tr>
      <tr>
        {days.map((day) => (
          <DayCell key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
            <span>{printDay(day, 'weekday')}</span>
            <b>{Number(day.slice(8))}</b>
          </DayCell>
        ))}
      </tr>
    </thead>
  )
}

function groupByMonth(days: readonly Day[]): { month: string; count: number }[] {
  const groups = new Map<string, number>()
  for (const day of days) {
    const month = printDay(day, 'month')
    groups.set(month, (groups.get(month) ?? 0) + 1)
  }
  return [...groups].map(([month, count]) => ({ month, count }))
}
