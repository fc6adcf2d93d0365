import { expect, it } from 'vitest'
import { tenantListInput } from '#src/admin/tenant-list.ts'
import { parseTableState } from '#src/ui/data-table/table-state.ts'
import { tenantExportAddress, tenantTable, toTenantSelection } from './tenant-table.ts'

const now = new Date('2026-05-31T12:00:00.000Z')

function selectionOf(query: string) {
  return toTenantSelection(parseTableState(new URLSearchParams(query), tenantTable), now)
}

it('asks for what the address says, and the server takes it', () => {
  const selection = selectionOf('q=+paws&status=trial,active&plan=pro&module=pet-care&sort=plan,-people')
  expect(selection).toEqual({
    q: 'paws',
    status: ['trial', 'active'],
    plan: ['pro'],
    module: 'pet-care',
    sort: 'plan,-people',
  })
  expect(tenantListInput.safeParse(selection).success).toBe(true)
})

it('counts ages back from now', () => {
  expect(selectionOf('age=24h')).toMatchObject({ createdFrom: '2026-05-30T12:00:00.000Z' })
  expect(selectionOf('age=older')).toMatchObject({ createdTo: '2026-05-01T12:00:00.000Z' })
  expect(selectionOf('age=toString')).toEqual({ sort: '-createdAt' })
})

it('leaves out what the list does not know', () => {
  expect(selectionOf('sort=secret,-name')).toEqual({})
  expect(selectionOf('status=asleep')).toEqual({ sort: '-createdAt' })
})

it('exports what the list shows, in its order', () => {
  const view = parseTableState(new URLSearchParams('status=trial,active&sort=plan,-people'), tenantTable)
  expect(tenantExportAddress(view, now)).toBe(
    '/api/v1/admin/tenants/export?status=trial%2Cactive&sort=plan%2C-people',
  )
})
