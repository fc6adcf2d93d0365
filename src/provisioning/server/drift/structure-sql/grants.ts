/** What a list of rights says, entry by entry, those of the owner left out. @param acl expression of type aclitem[] */
export function grantsOf(acl: string, owner: string): string {
  return `to_jsonb(array(
    select g.privilege_type || ' to ' || case g.grantee when 0 then 'PUBLIC' else g.grantee::regrole::text end
           || case when g.is_grantable then ' with grant option' else '' end
    from aclexplode(${acl}) g where g.grantee <> ${owner} order by 1))`
}
