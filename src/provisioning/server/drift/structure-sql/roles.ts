/**
 * What tenants' roles have rights to or own, beyond their own planes. PostgreSQL keeps that for the whole server, so what
 * lies in other databases is found, too.
 */
export const REACH = `reach as materialized (
  select place.nsp, array_agg(distinct case when d.dbid in (0, o.oid) then coalesce(i.type || ' ' || i.identity, 'something unknown')
                                            else 'another database' end) as what
  from place join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = place.role_oid
    and d.classid <> 'pg_auth_members'::regclass
  join pg_database o on o.datname = current_database()
  left join rel on d.dbid = o.oid and d.classid = 'pg_class'::regclass and rel.oid = d.objid
  left join pg_policy p on d.dbid = o.oid and d.classid = 'pg_policy'::regclass and p.oid = d.objid
  left join rel ruled on ruled.oid = p.polrelid
  left join pg_proc f on d.dbid = o.oid and d.classid = 'pg_proc'::regclass and f.oid = d.objid
  left join lateral pg_identify_object(d.classid, d.objid, d.objsubid) i on d.dbid in (0, o.oid)
    and coalesce(rel.nsp, ruled.nsp, f.pronamespace, 0) <> place.nsp
  where not (d.dbid = o.oid and d.classid = 'pg_namespace'::regclass and d.objid = place.nsp)
    and coalesce(rel.nsp, ruled.nsp, f.pronamespace, 0) <> place.nsp
  group by place.nsp
)`

/** Roles, with who they belong to and what they reach. */
export const ROLE_LINES = `
  select place.nsp, 'role', '', '{role}', jsonb_build_object(
    'login', case when r.rolcanlogin then 'login' else 'nologin' end,
    'inherit', case when r.rolinherit then 'inherit' else 'noinherit' end,
    'superuser', case when r.rolsuper then 'superuser' else 'nosuperuser' end,
    'createdb', case when r.rolcreatedb then 'createdb' else 'nocreatedb' end,
    'createrole', case when r.rolcreaterole then 'createrole' else 'nocreaterole' end,
    'replication', case when r.rolreplication then 'replication' else 'noreplication' end,
    'bypassrls', case when r.rolbypassrls then 'bypassrls' else 'nobypassrls' end,
    'connection limit', 'connection limit ' || r.rolconnlimit,
    'valid until', r.rolvaliduntil::text,
    'member of', to_jsonb(array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid order by 1)),
    'members', to_jsonb(array(
      select distinct m.member::regrole::text || case when m.admin_option then ' with admin' else '' end
        || case when to_jsonb(m) ->> 'inherit_option' = 'true' then ' with inherit' else '' end
      from pg_auth_members m where m.roleid = r.oid order by 1)),
    'settings', to_jsonb(array(
      select e || coalesce(' in database ' || o.datname, '')
      from pg_db_role_setting s left join pg_database o on o.oid = s.setdatabase, unnest(s.setconfig) e
      where s.setrole = r.oid order by 1)),
    'reaches', coalesce(to_jsonb(reach.what), '[]')), null
  from place join pg_roles r on r.oid = place.role_oid left join reach on reach.nsp = place.nsp`
