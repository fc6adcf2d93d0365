import { expect, it } from 'vitest'
import { countPickedPages, nothingPicked, pickAll, pickRows } from './picked-rows.ts'

const byName = 'sort=name'

it('counts the pages that rows were picked on', () => {
  const first = pickRows(nothingPicked, ['a', 'b'], { page: 1, list: byName })
  const both = pickRows(first, ['a', 'b', 'k'], { page: 4, list: byName })
  expect(countPickedPages(both, byName)).toBe(2)
  expect(countPickedPages(pickRows(both, ['a', 'b'], { page: 4, list: byName }), byName)).toBe(1)
})

it('does not say on which pages they are once the list is another', () => {
  const picked = pickRows(nothingPicked, ['a'], { page: 1, list: byName })
  expect(countPickedPages(picked, 'sort=plan')).toBeUndefined()
  const more = pickRows(picked, ['a', 'z'], { page: 2, list: 'sort=plan' })
  expect(countPickedPages(more, 'sort=plan')).toBeUndefined()
  expect([...more.pages.keys()]).toEqual(['a', 'z'])
})

it('knows no pages of rows that were picked unseen', () => {
  expect(countPickedPages(pickAll(['a', 'b'], byName), byName)).toBeUndefined()
})
