/**
 * Hashes of what the catalogs store, row by row, without having PostgreSQL write it out as SQL, which takes ten times as
 * long and fills its caches. Numbers that stand for something of the plane's own become names, so equal hashes mean equal
 * planes. The other way round they need not: a column that was dropped and made again has another number.
 */
const own = (name: string, schema: string) =>
  `case when ${schema} = rel.nsp then ${name}::text else ${schema} || '.' || ${name} end`

const hash = (kind: string, parts: readonly string[]) =>
  `hashtextextended(concat_ws(chr(31), '${kind}', rel.relation, ${parts.join(', ')}), 0)`

/** A stored expression, with the names of the tables it reads in place of their numbers. */
const tree = (text: string) => `case when position(':relid ' in ${text}) = 0 then ${text} else (
  select string_agg(case when position = 1 then part
    else coalesce(${own('t.relname', 't.relnamespace')}, '?') || substr(part, strpos(part, ' ')) end, ':relid ' order by position)
  from string_to_table(${text}, ':relid ') with ordinality m (part, position)
  left join pg_class t on t.oid = case when position > 1 then split_part(part, ' ', 1)::oid end) end`

/** The same of an expression that may call functions or use types of the plane's own, which is written out then. */
const written = (stored: string) => `case when ${stored}::text ~ ':(func|opfunc|const|result)\\w* [1-9]\\d{4}'
  then replace(pg_get_expr(${stored}, rel.oid), place.schema, '{schema}') else ${stored}::text end`

const TABLES = `
  select rel.nsp, ${hash('table', [
    'rel.relkind',
    'rel.relowner',
    'rel.relrowsecurity',
    'rel.relforcerowsecurity',
    'rel.relpersistence',
    'rel.relispartition',
    'rel.reloftype',
    `coalesce(rel.reloptions::text, '-')`,
    `replace(array(select unnest(rel.relacl)::text order by 1)::text, place.role, '{role}')`,
  ])} as hash
  from rel join place using (nsp) where rel.relkind in ('r', 'p')
  union all
  select rel.nsp, ${hash('inherits', [own('parent.relname', 'parent.relnamespace')])}
  from rel join pg_inherits i on i.inhrelid = rel.oid join pg_class parent on parent.oid = i.inhparent`

const COLUMNS = `
  select rel.nsp, ${hash('column', [
    'a.attnum',
    'a.attname',
    `case when a.atttypid < 16384 then a.atttypid::text
          else replace(format_type(a.atttypid, null), place.schema, '{schema}') end`,
    'a.atttypmod',
    'a.attnotnull',
    'a.attcollation',
    'a.attidentity',
    'a.attgenerated',
    `coalesce(${written('d.adbin')}, '-')`,
    `coalesce(replace(a.attacl::text, place.role, '{role}'), '-')`,
  ])}
  from rel join place using (nsp)
  join pg_attribute a on a.attrelid = rel.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.atthasdef
  where rel.relkind in ('r', 'p')`

const CONSTRAINTS = `
  select rel.nsp, ${hash('constraint', [
    'c.conname',
    'c.contype',
    'c.condeferrable',
    'c.condeferred',
    'c.convalidated',
    `coalesce(c.conkey::text, '-')`,
    `coalesce(${own('target.relname', 'target.relnamespace')}, '-')`,
    `coalesce(c.confkey::text, '-')`,
    'c.confupdtype',
    'c.confdeltype',
    'c.confmatchtype',
    'c.connoinherit',
    `coalesce(c.conexclop::text, '-')`,
    `coalesce(${tree('stored.bin')}, '-')`,
    'off.tgconstraint is null',
  ])}
  from rel join pg_constraint c on c.conrelid = rel.oid
  cross join lateral (select c.conbin::text as bin offset 0) stored
  left join pg_class target on target.oid = c.confrelid and c.contype = 'f'
  left join (select distinct tgconstraint from pg_trigger where tgisinternal and tgenabled <> 'O') off
    on off.tgconstraint = c.oid
  where c.contype not in ('n', 't') or not c.convalidated`

const INDEXES = `
  select rel.nsp, ${hash('index', [
    'x.relname',
    'x.relam',
    'x.relowner',
    `coalesce(x.reloptions::text, '-')`,
    'i.indnkeyatts',
    'i.indisunique',
    'i.indnullsnotdistinct',
    'i.indisprimary',
    'i.indisexclusion',
    'i.indimmediate',
    'i.indisvalid',
    'i.indisready',
    'i.indislive',
    'i.indkey::text',
    'i.indcollation::text',
    'i.indclass::text',
    'i.indoption::text',
    `coalesce(i.indpred::text, '-')`,
    `coalesce(${written('i.indexprs')}, '-')`,
  ])}
  from rel join place using (nsp) join pg_index i on i.indrelid = rel.oid join pg_class x on x.oid = i.indexrelid`

const POLICIES = `
  select rel.nsp, ${hash('policy', [
    'p.polname',
    'p.polpermissive',
    'p.polcmd',
    'array_replace(p.polroles, place.role_oid, 1::oid)::text',
    `coalesce(${tree('stored.qual')}, '-')`,
    `case when stored.withcheck = stored.qual then 'the same' else coalesce(${tree('stored.withcheck')}, '-') end`,
  ])}
  from rel join place using (nsp) join pg_policy p on p.polrelid = rel.oid
  cross join lateral (select p.polqual::text as qual, p.polwithcheck::text as withcheck offset 0) stored`

const TRIGGERS = `
  select rel.nsp, ${hash('trigger', [
    't.tgname',
    own('f.proname', 'f.pronamespace'),
    't.tgtype',
    't.tgenabled',
    't.tgdeferrable',
    't.tginitdeferred',
    't.tgattr::text',
    't.tgargs::text',
    `coalesce(t.tgqual::text, '-')`,
    `coalesce(t.tgoldtable, '-')`,
    `coalesce(t.tgnewtable, '-')`,
  ])}
  from rel join pg_trigger t on t.tgrelid = rel.oid and not t.tgisinternal join pg_proc f on f.oid = t.tgfoid`

/** One hash for each table and each thing that belongs to one. */
export const RAW_HASHES = [TABLES, COLUMNS, CONSTRAINTS, INDEXES, POLICIES, TRIGGERS].join(' union all ')
