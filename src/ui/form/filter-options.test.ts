import { describe, expect, it } from 'vitest'
import { filterOptions } from './filter-options.ts'

const zones = [
  'America/New_York',
  'America/North_Dakota/New_Salem',
  'America/São_Paulo',
  'Pacific/Easter',
  'Europe/Berlin',
].map((id) => ({ id, label: id, description: id === 'Europe/Berlin' ? 'GMT+1' : undefined }))

function find(query: string): string[] {
  return filterOptions(zones, query).map((zone) => zone.id)
}

describe('filterOptions', () => {
  it('returns all for nothing typed', () => {
    expect(find('  ')).toHaveLength(5)
  })

  it('finds words in any place, across underscores, slashes and accents', () => {
    expect(find('new york')).toEqual(['America/New_York'])
    expect(find('sao')).toEqual(['America/São_Paulo'])
    expect(find('york america')).toEqual(['America/New_York'])
  })

  it('puts starts of the label first, then starts of words', () => {
    expect(find('e')[0]).toBe('Europe/Berlin')
    expect(find('e')[1]).toBe('Pacific/Easter')
    expect(find('america ne')).toEqual(['America/New_York', 'America/North_Dakota/New_Salem'])
    expect(find('america n').slice(0, 2)).toEqual(['America/New_York', 'America/North_Dakota/New_Salem'])
    expect(find('gmt')).toEqual(['Europe/Berlin'])
  })

  it('finds nothing for what is not there', () => {
    expect(find('new tokyo')).toEqual([])
  })
})
