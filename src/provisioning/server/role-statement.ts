import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'

/**
 * What makes the role of a tenant and lets the login role switch to it, in one go: PostgreSQL reads all memberships of the
 * login role anew after each change of them, and for each look at them. PostgreSQL 15 has no such setting; there the login
 * role itself inherits nothing.
 */
export function createRoleStatement(roleName: string): string {
  const role = quoteIdentifier(roleName)
  return `do $body$ begin
    if current_setting('server_version_num')::int >= 160000 then
      perform set_config('createrole_self_grant', 'set', true);
      create role ${role} nologin noinherit;
    else
      create role ${role} nologin noinherit;
      grant ${role} to current_user;
    end if;
  end $body$`
}
