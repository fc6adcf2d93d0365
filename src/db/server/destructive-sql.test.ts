import { describe, expect, it } from 'vitest'
import { listDestructive } from './destructive-sql.ts'

describe('statements that older code stumbles over', () => {
  it.each([
    'drop table pets',
    'alter table pets drop column breed',
    'alter table pets drop breed cascade',
    'alter table pets rename column breed to kind',
    'alter table pets rename to animals',
    'alter table pets alter column weight type integer using weight::integer',
    'alter table pets alter weight set data type integer',
    'alter table pets alter column breed set not null',
    'alter table pets alter column breed drop default',
    'alter table pets add column chip text not null',
    "alter table pets add chip text check (chip in ('a', 'b')) not null, add column note text",
    'alter table only pets\n  add column note text,\n  drop column breed;',
    'drop function find_pets(text)',
    'truncate pets',
  ])('are found: %s', (sql) => {
    expect(listDestructive(sql)).toHaveLength(1)
  })

  it.each([
    'create table pets (id uuid primary key, name text not null); alter table pets add column chip text not null',
    'alter table pets add column chip text',
    "alter table pets add column chip text not null default ''",
    'alter table pets add column words tsvector not null generated always as (to_tsvector(name)) stored',
    'alter table pets alter column breed drop not null',
    'alter table pets drop constraint pets_weight_check',
    'alter table pets add constraint pets_breed_check check (breed is not null)',
    'drop index pets_name_idx',
    'drop trigger keep on pets',
    '-- drop table pets\nalter table pets add column note text',
    "create function undo() returns void language plpgsql as $$ begin execute 'x'; drop table pets; end $$",
    "comment on table pets is 'drop table pets; truncate pets'",
  ])('are not seen where there are none: %s', (sql) => {
    expect(listDestructive(sql)).toEqual([])
  })
})
