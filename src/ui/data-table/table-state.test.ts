import { describe, expect, it } from 'vitest'
import { changeTableState, countPages, parseTableState, writeTableState } from './table-state.ts'

const defaults = { limit: 20, sortBy: 'name', hidden: ['notes'], filters: ['status', 'plan'] }

function parse(query: string) {
  return parseTableState(new URLSearchParams(query), defaults)
}

describe('parseTableState', () => {
  it('starts from the defaults', () => {
    expect(parse('')).toEqual({
      page: 1,
      limit: 20,
      sort: [{ id: 'name', desc: false }],
      q: '',
      filters: {},
      hidden: ['notes'],
      columns: [],
      offers: { limits: [10, 20, 50, 100], manySorts: false },
    })
  })

  it('reads what is there and takes only filters it knows', () => {
    const query =
      'page=3&limit=50&sortBy=createdAt&order=desc&q=bis&status=trial&colour=red&hide=&columns=plan,name'
    expect(parse(query)).toMatchObject({
      page: 3,
      limit: 50,
      sort: [{ id: 'createdAt', desc: true }],
      q: 'bis',
      filters: { status: 'trial' },
      hidden: [],
      columns: ['plan', 'name'],
    })
  })

  it('sorts by several columns where the table offers it', () => {
    const many = { sort: 'plan,-createdAt', limits: [50, 200] }
    const state = parseTableState(new URLSearchParams('sort=-people,plan&limit=200&sortBy=name'), many)
    expect(state.sort).toEqual([
      { id: 'people', desc: true },
      { id: 'plan', desc: false },
    ])
    expect(state.limit).toBe(200)
    expect(parseTableState(new URLSearchParams(), many).sort.map(({ id }) => id)).toEqual([
      'plan',
      'createdAt',
    ])
    expect(writeTableState(new URLSearchParams(), state, many).get('sort')).toBe('-people,plan')
    expect(parseTableState(new URLSearchParams('sort='), many).sort).toEqual([])
  })

  it.each(['page=-1', 'page=0', 'page=1.5', 'page=x', 'limit=7', 'limit=100000', 'order=up'])(
    'ignores %s',
    (query) => {
      expect(parse(query)).toEqual(parse(''))
    },
  )
})

describe('writeTableState', () => {
  it('writes only what differs from the defaults and keeps other parameters', () => {
    const query = new URLSearchParams('tab=list&page=9')
    expect(writeTableState(query, parse(''), defaults).toString()).toBe('tab=list')
    expect(writeTableState(query, { ...parse(''), page: 2, hidden: [] }, defaults).toString()).toBe(
      'tab=list&page=2&hide=',
    )
  })

  it('reads back what it wrote', () => {
    const state = parse(
      'page=3&limit=50&sortBy=createdAt&order=desc&q=a+%26+b&status=trial&hide=email,phone&columns=a,b',
    )
    expect(parse(writeTableState(new URLSearchParams(), state, defaults).toString())).toEqual(state)
  })
})

describe('changeTableState', () => {
  it('goes back to the first page when the list changes, not for columns or the page itself', () => {
    const state = parse('page=4')
    expect(changeTableState(state, { q: 'x' }).page).toBe(1)
    expect(changeTableState(state, { sort: [{ id: 'email', desc: true }] }).page).toBe(1)
    expect(changeTableState(state, { hidden: ['email'] }).page).toBe(4)
    expect(changeTableState(state, { page: 5 }).page).toBe(5)
  })
})

describe('countPages', () => {
  it('is one for nothing and rounds up', () => {
    expect([0, 1, 20, 21, 10_000].map((total) => countPages(total, 20))).toEqual([1, 1, 1, 2, 500])
  })
})
