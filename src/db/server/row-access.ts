import { stripSql } from './strip-sql.ts'

const ROW_STATEMENT = /^(?:update|insert|delete|merge|select|with)\b/i
const BLOCK = /\bdo\s+(\$\w*\$)([\s\S]*?)\1/gi
const NAME = /[a-z_]\w*(?:\.[a-z_]\w*)?/gi

/**
 * SQL of the owner of tables, with its rows within reach. Row level security binds the owner too, and no policy is for it:
 * without this a migration that fills a column would find no rows, and say nothing. Only tables that a statement about rows
 * names are opened, to the owner alone, while the transaction of the caller holds them.
 */
export function withRowAccess(sql: string): string {
  const names = listNames(sql)
  return names.length === 0 ? sql : `${openTo(names)}\n${sql}\n;${CLOSE}`
}

/** All words of statements about rows; which of them are tables the catalog knows. */
function listNames(sql: string): string[] {
  const blocks = [...sql.matchAll(BLOCK)].map(([, , body = '']) => stripSql(body))
  const statements = stripSql(sql)
    .split(';')
    .filter((statement) => ROW_STATEMENT.test(statement.trim()))
  return [...new Set([...statements, ...blocks].flatMap((text) => text.match(NAME) ?? []))]
}

function openTo(names: readonly string[]): string {
  return `do $rows$
declare opened oid[] := '{}'; found oid;
begin
  for found in select c.oid from unnest('{${names.join()}}'::text[]) as word join pg_class c on c.oid = to_regclass(word)
               where c.relforcerowsecurity
  loop
    if found = any (opened) then continue; end if;
    execute format('alter table %s no force row level security', found::regclass);
    opened := opened || found;
  end loop;
  perform set_config('app.opened_tables', opened::text, true);
end $rows$;`
}

/** What waits for the commit would keep the tables from being closed. */
const CLOSE = `
set constraints all immediate;
do $rows$
declare opened regclass;
begin
  for opened in select c.oid from unnest(current_setting('app.opened_tables')::oid[]) as given
                join pg_class c on c.oid = given
  loop
    execute format('alter table %s force row level security', opened);
  end loop;
end $rows$;`
