import { describe, expect, it } from 'vitest'
import { changeRows, dropLeaving, openRows } from './staying.ts'

const list = (...ids: string[]) => ids.map((id) => ({ id }))
const print = (rows: ReturnType<typeof openRows<{ id: string }>>) =>
  rows.map(({ item, index, phase }) => `${index} ${item.id} ${phase}`)

describe('rows of a stage', () => {
  it('are there without a show when the page opens', () => {
    expect(print(openRows(list('a', 'b')))).toEqual(['0 a there', '1 b there'])
  })

  it('make room for a newcomer and leave from where they were', () => {
    const rows = changeRows(openRows(list('a', 'b')), list('c', 'a'))
    expect(print(rows)).toEqual(['0 c entering', '1 a there', '1 b leaving'])
    expect(print(dropLeaving(rows))).toEqual(['0 c entering', '1 a there'])
  })

  it('come back when they return while they leave', () => {
    const left = changeRows(openRows(list('a', 'b')), list('a'))
    expect(print(changeRows(left, list('b', 'a')))).toEqual(['0 b entering', '1 a there'])
  })

  it('keep leaving from one place while the list goes on changing', () => {
    const left = changeRows(openRows(list('a', 'b', 'c')), list('a', 'b'))
    expect(print(changeRows(left, list('b')))).toEqual(['0 b there', '0 a leaving', '2 c leaving'])
  })
})
