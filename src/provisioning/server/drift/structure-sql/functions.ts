import { grantsOf } from './grants.ts'

const NAME = `f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')'`

/** Functions, procedures and aggregates. Who may call one is public until somebody says otherwise. */
export const FUNCTION_LINES = `
  select place.nsp, 'function', ${NAME}, ${NAME}, jsonb_build_object(
    'owner', f.proowner::regrole::text,
    'grants', ${grantsOf(`coalesce(f.proacl, acldefault('f', f.proowner))`, 'f.proowner')},
    'security', case when f.prosecdef then 'definer' else 'invoker' end,
    'settings', array_to_string(f.proconfig, ', '),
    'signature', concat_ws(' ', f.prokind::text, pg_get_function_result(f.oid), l.lanname, f.provolatile::text, f.proparallel::text,
      case when f.proisstrict then 'strict' end, case when f.proleakproof then 'leakproof' end, f.procost, f.prorows),
    'body', coalesce(pg_get_function_sqlbody(f.oid), f.prosrc)),
    case when f.prokind <> 'a' then pg_get_functiondef(f.oid) end
  from place join pg_proc f on f.pronamespace = place.nsp join pg_language l on l.oid = f.prolang`
