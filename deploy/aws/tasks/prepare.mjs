// Runs before Berth in each task, from the image's own packages. Brings the certificates of RDS, and where the admin's
// account is given makes the role that Berth signs in with, or gives it the present password.
// It is part of a template, which would take a dollar sign with a brace for one of its own: no template strings here.
import { writeFile } from 'node:fs/promises'
import pg from 'pg'

const { CA_URL, CA_PATH, PGHOST, ROLE_PASSWORD } = process.env

async function bringCertificates() {
  const answer = await fetch(CA_URL, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error('The certificates of RDS could not be had: ' + answer.status)
  const ca = await answer.text()
  await writeFile(CA_PATH, ca)
  return ca
}

async function makeRole(ssl) {
  const client = new pg.Client({ ssl, connectionTimeoutMillis: 30_000 })
  await client.connect()
  try {
    // Two tasks may start at once.
    await client.query('select pg_advisory_lock(7163)')
    const { rows: roles } = await client.query("select from pg_roles where rolname = 'berth'")
    const verb = roles.length === 0 ? 'create' : 'alter'
    const password = client.escapeLiteral(ROLE_PASSWORD)
    await client.query(verb + ' role berth login createrole noinherit password ' + password)
    const { rows: databases } = await client.query("select from pg_database where datname = 'berth'")
    if (databases.length === 0) {
      // Who gives a database away has to be a member of the role that gets it.
      await client.query('grant berth to current_user')
      await client.query('create database berth owner berth')
    }
  } finally {
    await client.end()
  }
}

const ca = CA_URL ? await bringCertificates() : null
if (PGHOST) await makeRole(ca ? { ca } : false)
