import { readFile } from 'node:fs/promises'

/** A column, the same way whether the catalog, Prisma or a declaration speaks of it. */
export type Column = { name: string; type: string; nullable: boolean; default: string | null }
export type PrismaModel = {
  /** name of the model on the client */
  model: string
  table: string
  /** names of scalar fields on the client */
  fields: string[]
  columns: Column[]
}

const SCALARS: Record<string, string> = {
  String: 'text',
  Boolean: 'boolean',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Decimal: 'numeric',
  DateTime: 'timestamp with time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
}
const NATIVE: Record<string, string> = { Uuid: 'uuid', Date: 'date', Real: 'real', Citext: 'citext' }

/** Reads the models of a Prisma schema: the engine-free client keeps neither types nor defaults of columns. */
export async function readPrismaModels(path: string | URL): Promise<PrismaModel[]> {
  const schema = await readFile(path, 'utf8')
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => {
    const lines = body.split('\n').map((line) => line.trim())
    const scalars = lines.flatMap((line) => parseField(line) ?? [])
    return {
      model: name.charAt(0).toLowerCase() + name.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      fields: scalars.map(({ field }) => field),
      columns: scalars.map(({ column }) => column),
    }
  })
}

function parseField(line: string): { field: string; column: Column } | undefined {
  const [, field = '', scalar = '', suffix = '', attributes = ''] =
    /^(\w+)\s+(\w+)(\[\]|\?)?\s*(.*)$/.exec(line) ?? []
  const base = SCALARS[scalar]
  if (base === undefined) return undefined
  const [, native = '', size] = /@db\.(\w+)(\([\d, ]+\))?/.exec(attributes) ?? []
  const precise = native === 'Decimal' ? `numeric${(size ?? '').replace(' ', '')}` : (NATIVE[native] ?? base)
  const type = suffix === '[]' ? `${precise}[]` : precise
  const name = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field
  const given = /@default\((.*?)\)(?=\s+@|$)/.exec(attributes)?.[1]
  const standard = given === undefined ? null : sqlDefault(given, type)
  return { field, column: { name, type, nullable: suffix === '?', default: standard } }
}

function sqlDefault(given: string, type: string): string {
  const generated = /^dbgenerated\("(.*)"\)$/.exec(given)?.[1]
  if (generated !== undefined) return generated
  if (given === '[]') return `'{}'::${type}`
  const text = /^"(.*)"$/.exec(given)?.[1]
  return text === undefined ? given : `'${text}'::${type}`
}
