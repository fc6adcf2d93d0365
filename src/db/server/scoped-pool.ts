import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'
import { openStatement, type ConnectionScope } from './connection-scope.ts'
import { rollBack } from './transaction.ts'
import { isWorn, noteSchema } from './worn-connection.ts'

/**
 * Stands in SQL where Prisma insists on a schema name; it is removed before the statement is sent, so that
 * names resolve by the search path of the scope.
 */
export const SCHEMA_PLACEHOLDER = '__scope__'
const QUALIFIER = `"${SCHEMA_PLACEHOLDER}".`

type Statement = string | QueryConfig

/**
 * A view of `pool` on which every statement and every transaction is opened in the scope that
 * `currentScope` returns at that moment. Connections return to the shared pool without any state.
 *
 * A view rather than a subclass: several planes share one set of connections.
 */
export function createScopedPool(pool: Pool, currentScope: () => ConnectionScope): Pool {
  async function query(statement: Statement): Promise<QueryResult> {
    const scope = currentScope()
    const open = openStatement(scope)
    const client = await pool.connect()
    noteSchema(client, scope.schema)
    let broken = false
    try {
      // One round trip. The parts of the opening are checked names and ids, so it cannot fail before its BEGIN has
      // happened; and if it fails after that, the transaction is void and PostgreSQL refuses what follows in it.
      const [, result] = await Promise.all([
        client.query(open),
        client.query(withoutQualifier(statement)),
        client.query('commit'),
      ])
      return result
    } catch (error) {
      broken = await rollBack(client)
      throw error
    } finally {
      client.release(broken || isWorn(client))
    }
  }

  async function connect(): Promise<PoolClient> {
    const scope = currentScope()
    const open = openStatement(scope)
    const client = await pool.connect()
    noteSchema(client, scope.schema)
    return scopeClient(client, open)
  }

  return new Proxy(pool, {
    get(target, property) {
      if (property === 'query') return query
      if (property === 'connect') return connect
      return boundProperty(target, property)
    },
  })
}

/** Prisma opens a transaction with a bare BEGIN; it is replaced by the scope's own opening. */
function scopeClient(client: PoolClient, open: string): PoolClient {
  let opened = false
  async function query(statement: Statement): Promise<QueryResult> {
    const text = typeof statement === 'string' ? statement : statement.text
    if (text === 'BEGIN') {
      const result = await client.query(open)
      opened = true
      // Several statements answer with several results; the caller expects that of BEGIN.
      return Array.isArray(result) ? (result[0] as QueryResult) : result
    }
    if (!opened) throw new Error('A scoped connection runs nothing before its transaction is open.')
    return client.query(withoutQualifier(statement))
  }
  function release(error?: Error | boolean): void {
    client.release(error ?? isWorn(client))
  }
  return new Proxy(client, {
    get(target, property) {
      if (property === 'query') return query
      if (property === 'release') return release
      return boundProperty(target, property)
    },
  })
}

/** Methods keep working on the object itself, which looks at its own state. */
function boundProperty(target: object, property: string | symbol): unknown {
  const value: unknown = Reflect.get(target, property)
  return typeof value === 'function' ? (value.bind(target) as unknown) : value
}

function withoutQualifier(statement: Statement): QueryConfig {
  const config = typeof statement === 'string' ? { text: statement } : statement
  return { ...config, text: config.text.replaceAll(QUALIFIER, '') }
}
