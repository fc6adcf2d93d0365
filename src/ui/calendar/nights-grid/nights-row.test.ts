import { describe, expect, it } from 'vitest'
import { chooseNights, listCells, type NightsSpan } from './nights-row.ts'

function stay(id: string, from: string, to: string): NightsSpan {
  return { id, rowId: 'cottage', from, to, label: id }
}

function draw(spans: NightsSpan[], count = 7): string[] {
  return listCells(spans, { first: '2026-03-26', count }).map((cell) =>
    cell.kind === 'free'
      ? cell.night.slice(8)
      : `${cell.isCutAtStart ? '<' : ''}${cell.span.id}×${cell.nights}${cell.isCutAtEnd ? '>' : ''}`,
  )
}

describe('listCells', () => {
  it('lists free nights around a stay; the day of departure is free again', () => {
    expect(draw([stay('anna', '2026-03-27', '2026-03-30')])).toEqual(['26', 'anna×3', '30', '31', '01'])
  })

  it('lets one stay follow another on the day of the change', () => {
    const spans = [stay('ben', '2026-03-29', '2026-03-31'), stay('anna', '2026-03-27', '2026-03-29')]
    expect(draw(spans)).toEqual(['26', 'anna×2', 'ben×2', '31', '01'])
  })

  it('cuts what begins before or ends after the nights on screen', () => {
    expect(draw([stay('anna', '2026-03-01', '2026-05-01')], 3)).toEqual(['<anna×3>'])
    expect(draw([stay('anna', '2026-03-01', '2026-03-26')], 3)).toEqual(['26', '27', '28'])
  })

  it('never draws a night twice', () => {
    const spans = [stay('anna', '2026-03-26', '2026-03-29'), stay('ben', '2026-03-28', '2026-03-31')]
    expect(draw(spans)).toEqual(['anna×3', 'ben×2', '31', '01'])
  })
})

describe('chooseNights', () => {
  const spans = [stay('anna', '2026-03-29', '2026-03-31')]

  it('goes both ways', () => {
    expect(chooseNights([], { anchor: '2026-03-27', night: '2026-03-28' })).toEqual({
      from: '2026-03-27',
      to: '2026-03-29',
    })
    expect(chooseNights([], { anchor: '2026-03-28', night: '2026-03-27' })).toEqual({
      from: '2026-03-27',
      to: '2026-03-29',
    })
  })

  it('stops before a night that is taken', () => {
    expect(chooseNights(spans, { anchor: '2026-03-27', night: '2026-04-02' })).toEqual({
      from: '2026-03-27',
      to: '2026-03-29',
    })
    expect(chooseNights(spans, { anchor: '2026-04-01', night: '2026-03-27' })).toEqual({
      from: '2026-03-31',
      to: '2026-04-02',
    })
  })
})
