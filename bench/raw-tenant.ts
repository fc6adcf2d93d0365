import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Migration } from '#src/db/server/migration-files.ts'

/** The floor of building a tenant, in milliseconds: nothing but the statements, in one message, on an open connection. */
export async function buildRaw(client: Client, ddl: readonly Migration[]): Promise<number> {
  const name = `raw_${randomUUID().replaceAll('-', '')}`
  const script = `begin;
    create role ${name} nologin noinherit;
    grant ${name} to current_user with inherit false, set true;
    create schema ${name};
    set local search_path to ${name}, pg_temp;
    ${ddl.map(({ up }) => up).join(';\n')};
    grant usage on schema ${name} to ${name};
    grant select, insert, update, delete on all tables in schema ${name} to ${name};
    do $body$
    declare t record;
    begin
      for t in select relname from pg_class where relnamespace = '${name}'::regnamespace and relkind = 'r' loop
        execute format('alter table %I enable row level security', t.relname);
        execute format('alter table %I force row level security', t.relname);
        execute format('create policy tenant_rows on %I to ${name} using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', t.relname);
      end loop;
    end $body$;
    commit`
  const startedAt = performance.now()
  await client.query(script)
  return performance.now() - startedAt
}
