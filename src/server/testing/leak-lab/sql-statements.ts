import type { ForeignCatalog } from './sql-catalog.ts'
import type { LabTenant } from './lab-tenant.ts'

/** Statements each of which the database has to refuse to the role of another tenant. */
export function listForbidden({ schemas, tables, sequences, functions }: ForeignCatalog): string[] {
  return [
    ...tables.flatMap(({ name, columns: [first = 'id'] }) => [
      `select * from ${name}`,
      `select count(*) from ${name}`,
      `select 1 from ${name} limit 1`,
      `select ${first} from ${name} for update`,
      `select (t).${first} from ${name} t`,
      `insert into ${name} default values`,
      `update ${name} set ${first} = ${first}`,
      `delete from ${name}`,
      `truncate ${name}`,
      `lock table ${name} in access share mode`,
      `merge into ${name} t using (values (1)) v on false when not matched then insert default values`,
      `create temp view peek as select * from ${name}`,
      `create temp table copied as table ${name}`,
      `create temp table alike (like ${name} including all)`,
      `alter table ${name} disable row level security`,
      `drop table ${name} cascade`,
      `grant select on ${name} to public`,
      `create policy opened on ${name} using (true)`,
      `do $$ begin perform * from ${name}; end $$`,
    ]),
    ...schemas.flatMap((schema) => [
      `create table ${schema}.planted (id int)`,
      `create function ${schema}.planted() returns int language sql as 'select 1'`,
      `drop schema ${schema} cascade`,
      `alter schema ${schema} rename to taken`,
    ]),
    ...sequences.flatMap((name) => [`select nextval('${name}')`, `select last_value from ${name}`]),
    ...functions.map((call) => `select ${call}`),
    ...outside,
  ]
}

/** Ways out of the database, and up in it. */
const outside = [
  `copy (select 1) to program 'id'`,
  `copy (select 1) to '/tmp/leak-lab'`,
  `create temp table passwords (line text); copy passwords from '/etc/passwd'`,
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('.')`,
  `select lo_import('/etc/passwd')`,
  `select * from pg_authid`,
  `select * from pg_shadow`,
  `select * from pg_statistic`,
  `select * from pg_largeobject`,
  `select * from pg_user_mapping`,
  `select * from pg_hba_file_rules`,
  `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = 'postgres'`,
  `create extension dblink`,
  `create extension postgres_fdw`,
  `create extension file_fdw`,
  `create server elsewhere foreign data wrapper postgres_fdw`,
  `create role intruder superuser`,
  `create schema intruder`,
  `create database intruder`,
  `alter role berth_platform login`,
  `alter database postgres set search_path to platform`,
  `alter system set log_statement = 'all'`,
  `grant berth_platform to berth_member`,
  `create publication everything for all tables`,
  `create event trigger watching on ddl_command_start execute function suppress_redundant_updates_trigger()`,
  `set session_replication_role = replica`,
  `load 'dblink'`,
  `security label on table pg_class is 'x'`,
]

/** Roles that a tenant's role must not become, and settings that would lift its limits. */
export function listEscapes({ roleName }: LabTenant): string[] {
  const roles = [roleName, 'berth_platform', 'berth_member', 'berth_audit', 'berth', 'postgres']
  return roles.flatMap((role) => [
    `set role ${role}`,
    `set local role ${role}`,
    `set session authorization ${role}`,
    `select set_config('role', '${role}', true)`,
    `grant ${role} to current_user`,
    `create function pg_temp.as_other() returns text language sql security definer as 'select current_user::text';
     alter function pg_temp.as_other() owner to ${role}`,
  ])
}

/** Statements that are allowed, the answers of which must show nothing of others. */
export function listSnoops({ schemaName, tenantId }: LabTenant): string[] {
  return [
    `select * from pg_stat_activity`,
    `select * from pg_stats`,
    `select * from pg_stats_ext`,
    `select * from pg_locks`,
    `select * from pg_prepared_statements`,
    `select * from pg_cursors`,
    `select * from pg_settings`,
    `select * from pg_seclabels`,
    `select * from pg_description`,
    `select * from pg_roles`,
    `select * from pg_stat_all_tables`,
    `select * from pg_stat_user_functions`,
    `select pg_get_constraintdef(oid) from pg_constraint`,
    `select pg_get_functiondef(oid) from pg_proc where prokind = 'f' and prosrc like '%platform%'`,
    `select * from information_schema.columns`,
    `select * from information_schema.table_privileges`,
    `select query_to_xml('select 1', true, false, '')`,
    `select schema_to_xml('${schemaName}', true, false, '')`,
    `select pg_relation_size(oid), relname from pg_class`,
    `select current_setting('app.tenant_id', true)`,
    `set local app.tenant_id = '${tenantId}'; select * from pets`,
    `set local row_security = off; select * from pets`,
    `set local search_path = ${schemaName}, platform, public; select * from pets`,
  ]
}

/** What the functions that a tenant's role may call in the control plane could be talked into. */
export function listGatewayCalls({ tenantId, roleName, ids, people }: LabTenant): string[] {
  const entry = { tenantId, tenant_id: tenantId, actorKind: 'platform', action: 'x', resourceType: 'x' }
  const append = `select tenant_gateway.append_audit(jsonb_build_object('id', gen_random_uuid()) || '${JSON.stringify(entry)}')`
  const key = ids.get('idempotency_keys')?.[0] ?? ''
  const file = ids.get('files')?.[0] ?? ''
  return [
    append,
    `set local app.tenant_id = '${tenantId}'; ${append}`,
    `create temp table tenants (id uuid, role_name text);
     insert into tenants values ('${tenantId}', current_user); ${append}`,
    `create function pg_temp.current_setting(text) returns text language sql as $$ select '${roleName}'::text $$;
     set local search_path to pg_temp, pg_catalog; ${append}`,
    `select tenant_gateway.finish_idempotent('${key}', 200, 'mine')`,
    `select tenant_gateway.attach_file('${file}', '${people.owner.id}', 'pets.photo')`,
    `select tenant_gateway.release_file('${file}', 0)`,
    `select tenant_gateway.enqueue_record_task('record.of-nobody', '${tenantId}')`,
    `select tenant_gateway.enqueue_record_task('execute-run', '${tenantId}')`,
  ]
}

/** Everything one tenant's scope could do to the rows of others in a shared table. */
export function listShared(
  { name, key, columns }: { name: string; key: string; columns: readonly string[] },
  { tenantId }: LabTenant,
): string[] {
  return [
    ...columns.flatMap((column) => [
      `select ${column} from ${name}`,
      `select ${column} from ${name} where ${key} = '${tenantId}'`,
      `update ${name} set ${column} = ${column}`,
      `update ${name} set ${column} = default where ${key} = '${tenantId}'`,
      `insert into ${name} (${[...new Set([key, column])].join(', ')}) values ('${tenantId}'${column === key ? '' : ', default'})`,
    ]),
    `update ${name} set ${key} = '${tenantId}'`,
    `delete from ${name}`,
    `truncate ${name}`,
    `select count(*) as visible from ${name}`,
    `set local app.tenant_id = ''; select * from ${name}`,
    `set local row_security = off; select * from ${name}`,
  ]
}
