import { expect, it } from 'vitest'
import { withRowAccess } from './row-access.ts'

it.each([
  'create table pets (id uuid); create index pets_id_idx on pets (id)',
  `create function keep() returns trigger language plpgsql as $$ begin update pets set id = id; end $$`,
  `-- update pets\ncomment on table pets is 'update pets'`,
])('what is about no rows is sent as it is: %s', (sql) => {
  expect(withRowAccess(sql)).toBe(sql)
})

it.each([
  'alter table pets add column age int;\nupdate pets set age = 1 from owners where true',
  'with old as (select id from owners) delete from pets using old',
  'do $body$ begin update pets set owner_id = (select id from owners limit 1); end $body$',
])('what is about rows names the tables it needs: %s', (sql) => {
  const sent = withRowAccess(sql)
  expect(sent).toContain(sql)
  const [, words = ''] = /unnest\('\{([^}]*)\}'/.exec(sent) ?? []
  expect(words.split(',')).toEqual(expect.arrayContaining(['pets', 'owners']))
})
