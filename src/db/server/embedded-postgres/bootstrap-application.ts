import type pg from 'pg'

export const APPLICATION_NAME = 'berth'

type FoundRole = { rolcanlogin: boolean; rolcreaterole: boolean; rolinherit: boolean; rolsuper: boolean }

/**
 * Makes the application's role and database unless they are there: no superuser, but able to create the tenants' roles.
 * @param client superuser connection
 * @param password of the role, when it has to be made
 */
export async function bootstrapApplication(client: pg.Client, password: string): Promise<void> {
  const { rows: roles } = await client.query<FoundRole>(
    'select rolcanlogin, rolcreaterole, rolinherit, rolsuper from pg_roles where rolname = $1',
    [APPLICATION_NAME],
  )
  const role = roles[0]
  if (!role) {
    // the password must not reach the server log, whatever fails
    await client.query(
      `set log_statement = 'none'; set log_min_error_statement = 'panic'; set log_min_duration_statement = -1`,
    )
    const literal = client.escapeLiteral(password)
    await client.query(`create role ${APPLICATION_NAME} login createrole noinherit password ${literal}`)
  } else if (!role.rolcanlogin || !role.rolcreaterole || role.rolinherit || role.rolsuper) {
    await client.query(`alter role ${APPLICATION_NAME} login createrole noinherit nosuperuser`)
  }
  const { rows: databases } = await client.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [APPLICATION_NAME],
  )
  const database = databases[0]
  if (!database) await client.query(`create database ${APPLICATION_NAME} owner ${APPLICATION_NAME}`)
  else if (database.owner !== APPLICATION_NAME) {
    await client.query(`alter database ${APPLICATION_NAME} owner to ${APPLICATION_NAME}`)
  }
}
