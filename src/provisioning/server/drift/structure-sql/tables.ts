import { grantsOf } from './grants.ts'

const TABLES = `
  select nsp, 'table' as kind, relation, relation as name, jsonb_build_object(
    'owner', relowner::regrole::text,
    'grants', ${grantsOf('relacl', 'relowner')},
    'row security', case when not relrowsecurity then 'off' when relforcerowsecurity then 'forced' else 'not for the owner' end,
    'kind', concat_ws(', ', case relkind when 'p' then 'partitioned' else 'plain' end,
                      case relpersistence when 'u' then 'unlogged' end, case when relispartition then 'partition' end,
                      (select 'inherits ' || string_agg(i.inhparent::regclass::text, ', ') from pg_inherits i where i.inhrelid = rel.oid),
                      case when reloftype <> 0 then 'of ' || reloftype::regtype::text end),
    'options', array_to_string(reloptions, ', ')) as aspects, null as ddl
  from rel where relkind in ('r', 'p')`

const COLUMNS = `
  select rel.nsp, 'column', rel.relation, rel.relation || '.' || a.attname, jsonb_build_object(
    'type', format_type(a.atttypid, a.atttypmod),
    'not null', case when a.attnotnull then 'not null' else 'may be null' end,
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'generated', case when a.attgenerated <> '' then a.attgenerated::text || ' ' || pg_get_expr(d.adbin, d.adrelid) end,
    'identity', nullif(a.attidentity::text, ''),
    'collation', (select c.collname from pg_collation c where c.oid = a.attcollation and c.collname <> 'default'),
    'grants', ${grantsOf('a.attacl', 'rel.relowner')}), null
  from rel join pg_attribute a on a.attrelid = rel.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.atthasdef
  where rel.relkind in ('r', 'p')`

/** With the index that stands behind some of them, which is no object of its own then. */
const CONSTRAINTS = `
  select rel.nsp, 'constraint', rel.relation, rel.relation || '.' || c.conname, jsonb_build_object(
    'definition', regexp_replace(pg_get_constraintdef(c.oid), ' NOT VALID$', ''),
    'validated', case when not c.convalidated then 'not validated' when not coalesce(i.indisvalid and i.indisready, true)
      then 'its index is not valid' else 'validated' end,
    'enforced', case when exists (select from pg_trigger t where t.tgconstraint = c.oid and t.tgenabled <> 'O')
      then 'its triggers are disabled' else 'enforced' end),
    pg_get_constraintdef(c.oid)
  from rel join pg_constraint c on c.conrelid = rel.oid
  left join pg_index i on i.indexrelid = c.conindid and c.contype in ('p', 'u', 'x')
  where c.contype not in ('n', 't') or not c.convalidated`

const INDEXES = `
  select rel.nsp, 'index', rel.relation, x.relname::text, jsonb_build_object(
    'definition', pg_get_indexdef(i.indexrelid),
    'valid', case when i.indisvalid and i.indisready and i.indislive then 'valid' else 'not valid' end),
    pg_get_indexdef(i.indexrelid)
  from rel join pg_index i on i.indrelid = rel.oid join pg_class x on x.oid = i.indexrelid
  where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = rel.oid
                    and c.contype in ('p', 'u', 'x'))`

const POLICIES = `
  select rel.nsp, 'policy', rel.relation, rel.relation || '.' || p.polname, jsonb_build_object(
    'kind', case when p.polpermissive then 'permissive' else 'restrictive' end,
    'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    'roles', (select string_agg(case u when 0 then 'public' else u::regrole::text end, ', ' order by u::regrole::text)
              from unnest(p.polroles) u),
    'using', pg_get_expr(p.polqual, p.polrelid),
    'check', pg_get_expr(p.polwithcheck, p.polrelid)), null
  from rel join pg_policy p on p.polrelid = rel.oid`

const TRIGGERS = `
  select rel.nsp, 'trigger', rel.relation, rel.relation || '.' || t.tgname::text, jsonb_build_object(
    'definition', pg_get_triggerdef(t.oid),
    'state', case t.tgenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas' else 'always' end),
    pg_get_triggerdef(t.oid)
  from rel join pg_trigger t on t.tgrelid = rel.oid and not t.tgisinternal`

/** Few schemas have any. */
export const RULE_LINES = `
  select rel.nsp, 'rule', rel.relation, rel.relation || '.' || w.rulename, jsonb_build_object(
    'definition', pg_get_ruledef(w.oid), 'state', w.ev_enabled::text), pg_get_ruledef(w.oid)
  from rel join pg_rewrite w on w.ev_class = rel.oid where rel.relkind in ('r', 'p')`

/** Tables and what belongs to them. */
export const TABLE_LINES = [TABLES, COLUMNS, CONSTRAINTS, INDEXES, POLICIES, TRIGGERS, RULE_LINES].join(
  ' union all ',
)
