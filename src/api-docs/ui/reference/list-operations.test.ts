import { describe, expect, it } from 'vitest'
import { curlOf } from './curl-of.ts'
import { listGroups, searchGroups } from './list-operations.ts'
import { sampleDocument } from './testing/sample-document.ts'

const groups = listGroups(sampleDocument)
const idsOf = (search: string) =>
  searchGroups(groups, search).flatMap(({ operations }) => operations.map(({ id }) => id))

describe('operations', () => {
  it('are listed by group, in the order of the document', () => {
    expect(groups.map(({ id, operations }) => [id, operations.length])).toEqual([
      ['group-system', 1],
      ['group-pet-care', 3],
    ])
  })

  it('are found by method, path, words and roles, all of them together', () => {
    expect(idsOf('pets owner')).toEqual(['pets-list', 'pets-create', 'pets-delete'])
    expect(idsOf('  DELETE /pets ')).toEqual(['pets-delete'])
    expect(idsOf('version')).toEqual(['system-get'])
    expect(idsOf('ship')).toEqual([])
  })
})

describe('curlOf', () => {
  const all = groups.flatMap(({ operations }) => operations)
  const curl = (id: string) => {
    const listed = all.find((each) => each.id === id)
    return listed ? curlOf(listed, 'http://berth.test/api/v1') : ''
  }

  it('leaves out what is not needed', () => {
    expect(curl('system-get')).toBe('curl "http://berth.test/api/v1/system/info"')
  })

  it('names parts of the path by variables', () => {
    expect(curl('pets-delete')).toBe(
      'curl -X DELETE "http://berth.test/api/v1/pets/$PET_ID" \\\n  -H "Authorization: Bearer $TOKEN"',
    )
  })

  it('sends the example, quoted for a shell', () => {
    expect(curl('pets-create')).toContain(`-d '{\n  "name": "Ada'\\''s dog"\n}'`)
  })
})
