import { describe, expect, it } from 'vitest'
import { groupPermissions } from '../../permission-group.ts'
import { EMPTY_TOKEN, toTokenInput } from './api-token-values.ts'

const groups = groupPermissions(
  ['pets:list', 'pets:get', 'pets:create', 'pets:delete', 'audit:list', 'harbours:list'],
  new Map([
    ['pets', 'Pets'],
    ['audit', 'Audit log'],
    ['owners', 'Owners'],
  ]),
)

describe('the rights of a new token', () => {
  it('are offered by what they are about, and nothing is offered that has no name or no right', () => {
    expect(groups).toEqual([
      { key: 'pets', label: 'Pets', read: ['pets:list', 'pets:get'], change: ['pets:create', 'pets:delete'] },
      { key: 'audit', label: 'Audit log', read: ['audit:list'], change: [] },
    ])
  })

  it('are to look at everything, and end after 90 days, unless somebody says otherwise', () => {
    expect(toTokenInput({ ...EMPTY_TOKEN, name: 'Calendar' }, groups)).toEqual({
      name: 'Calendar',
      scopes: ['pets:list', 'pets:get', 'audit:list'],
      expiresInDays: 90,
    })
  })

  it('are the chosen ones', () => {
    const values = { ...EMPTY_TOKEN, rights: 'chosen', levels: { pets: 'change' }, expiry: 'never' }
    expect(toTokenInput(values, groups)).toEqual({
      name: '',
      scopes: ['pets:list', 'pets:get', 'pets:create', 'pets:delete'],
    })
  })

  it('are everything the person may do, now and later', () => {
    expect(toTokenInput({ ...EMPTY_TOKEN, rights: 'all' }, groups).scopes).toEqual(['*'])
  })
})
