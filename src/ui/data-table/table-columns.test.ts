import { expect, it } from 'vitest'
import { moveColumn, orderColumns } from './table-columns.ts'

const declared = ['name', 'plan', 'owner', 'created']

it('puts columns in the order asked for, and those it does not name after them', () => {
  expect(orderColumns(declared, [])).toEqual(declared)
  expect(orderColumns(declared, ['created', 'plan'])).toEqual(['name', 'created', 'plan', 'owner'])
})

it('keeps the column that names the row, and knows no others than those declared', () => {
  expect(orderColumns(declared, ['owner', 'name', 'gone'])).toEqual(['name', 'owner', 'plan', 'created'])
})

it('moves a column by one place, not past either end', () => {
  expect(moveColumn(declared, 'owner', -1)).toEqual(['name', 'owner', 'plan', 'created'])
  expect(moveColumn(declared, 'owner', 1)).toEqual(['name', 'plan', 'created', 'owner'])
  expect(moveColumn(declared, 'plan', -1)).toEqual(declared)
  expect(moveColumn(declared, 'created', 1)).toEqual(declared)
  expect(moveColumn(declared, 'name', 1)).toEqual(declared)
})
