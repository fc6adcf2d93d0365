import { grantsOf } from './grants.ts'

const SCHEMAS = `
  select nsp, 'schema', '', '{schema}', jsonb_build_object(
    'owner', nspowner::regrole::text,
    'grants', ${grantsOf('nspacl', 'nspowner')},
    'default grants', to_jsonb(array(
      select g.privilege_type || ' on ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
               when 'f' then 'functions' else 'types' end
             || ' to ' || case g.grantee when 0 then 'PUBLIC' else g.grantee::regrole::text end
             || ' by ' || d.defaclrole::regrole::text
      from pg_default_acl d, aclexplode(d.defaclacl) g where d.defaclnamespace = nsp order by 1))), null
  from place`

const VIEWS = `
  select nsp, case relkind when 'f' then 'foreign table' when 'm' then 'materialized view' else 'view' end, relation, relation,
    jsonb_build_object('owner', relowner::regrole::text, 'grants', ${grantsOf('relacl', 'relowner')},
      'options', array_to_string(reloptions, ', '),
      'definition', case when relkind <> 'f' then pg_get_viewdef(oid) end), null
  from rel where relkind in ('v', 'm', 'f')`

const SEQUENCES = `
  select rel.nsp, 'sequence', rel.relation, rel.relation, jsonb_build_object(
    'owner', rel.relowner::regrole::text, 'grants', ${grantsOf('rel.relacl', 'rel.relowner')},
    'definition', concat_ws(' ', format_type(s.seqtypid, null), 'start', s.seqstart, 'increment', s.seqincrement, 'min', s.seqmin,
      'max', s.seqmax, 'cache', s.seqcache, case when s.seqcycle then 'cycle' end)), null
  from rel join pg_sequence s on s.seqrelid = rel.oid`

/** Types of their own: those that come with a table are left out. */
const TYPES = `
  select place.nsp, 'type', t.typname::text, t.typname::text, jsonb_build_object(
    'owner', t.typowner::regrole::text,
    'grants', ${grantsOf(`coalesce(t.typacl, acldefault('T', t.typowner))`, 't.typowner')},
    'definition', concat_ws(' ', t.typtype::text, case when t.typbasetype <> 0 then format_type(t.typbasetype, t.typtypmod) end,
      case when t.typnotnull then 'not null' end, t.typdefault,
      (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
      (select string_agg(c.conname || ' ' || pg_get_constraintdef(c.oid), ', ' order by c.conname)
       from pg_constraint c where c.contypid = t.oid),
      (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
       from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))), null
  from place join pg_type t on t.typnamespace = place.nsp left join rel on rel.oid = t.typrelid
  where t.typtype in ('e', 'd', 'r', 'm') or (t.typtype = 'c' and rel.relkind = 'c')`

/** Whatever else has a place in the schema: operators, collations, statistics. */
const REST = `
  select place.nsp, i.type, i.identity, i.identity, jsonb_build_object('definition', i.identity), null
  from place join pg_depend d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = place.nsp
  cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) i
  where d.classid not in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_default_acl'::regclass)`

/** Copies of the rows that leave the database. */
const PUBLICATIONS = `
  select place.nsp, 'publication', p.pubname::text, p.pubname::text, jsonb_build_object('definition', 'all tables'), null
  from place join pg_publication_namespace n on n.pnnspid = place.nsp join pg_publication p on p.oid = n.pnpubid
  union all
  select rel.nsp, 'publication', rel.relation, rel.relation || '.' || p.pubname, jsonb_build_object('definition', rel.relation), null
  from rel join pg_publication_rel r on r.prrelid = rel.oid join pg_publication p on p.oid = r.prpubid`

/** The schema itself, and what it holds beside tables and functions. */
export const OTHER_LINES = [SCHEMAS, VIEWS, SEQUENCES, TYPES, REST, PUBLICATIONS].join(' union all ')
