import { expect, it } from 'vitest'
import { listRowWindows } from './row-windows.ts'

function rowAt(index: number) {
  return { index, start: index * 50, end: index * 50 + 50 }
}

it('leaves the room of all rows that are not drawn', () => {
  expect(listRowWindows([rowAt(10), rowAt(11)], 10_000)).toEqual([
    { gap: 500, after: -1 },
    { row: 10 },
    { row: 11 },
    { gap: 9_400, after: 11 },
  ])
})

it('draws a row far from the others in its place', () => {
  expect(listRowWindows([rowAt(0), rowAt(3)], 200)).toEqual([{ row: 0 }, { gap: 100, after: 0 }, { row: 3 }])
})

it('is nothing but room before anything is measured', () => {
  expect(listRowWindows([], 300)).toEqual([{ gap: 300, after: -1 }])
})
