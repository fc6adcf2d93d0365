import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { reportToParent } from './report-to-parent.ts'

/**
 * The floor: what a list costs when somebody writes just that list. One statement in the tenant's scope, by the
 * driver alone, behind a server that does nothing else: no sign-in, no rights, no validation.
 */
const [url, schemaName = '', roleName = '', tenantId = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 16, pipeline: true })
const open = `begin; set local role "${roleName}"; set local search_path to "${schemaName}", pg_temp;
  set local app.tenant_id = '${tenantId}'`
const list = `select p.id, p.name, p.owner_id as "ownerId", p.species, p.breed, p.date_of_birth as "dateOfBirth",
    p.weight, p.medical_notes as "medicalNotes", p.behavioral_notes as "behavioralNotes",
    p.created_at as "createdAt", p.updated_at as "updatedAt", json_build_object('id', o.id, 'label', o.name) as owner,
    (select count(*)::int from pets where deleted_at is null) as total
  from pets p left join owners o on o.id = p.owner_id
  where p.deleted_at is null order by p.name, p.id limit $1 offset $2`

const server = createServer((_req, res) => {
  void (async () => {
    const client = await pool.connect()
    try {
      const [, { rows }] = await Promise.all([
        client.query(open),
        client.query<{ total?: number }>(list, [20, 0]),
        client.query('commit'),
      ])
      const total = rows[0]?.total ?? 0
      for (const row of rows) delete row.total
      res.setHeader('content-type', 'application/json; charset=utf-8')
      res.end(JSON.stringify({ items: rows, total, page: 1, limit: 20 }))
    } finally {
      client.release()
    }
  })()
})
server.listen(0, '127.0.0.1', () => reportToParent((server.address() as AddressInfo).port))
