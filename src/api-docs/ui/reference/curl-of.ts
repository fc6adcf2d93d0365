import type { Listed } from './list-operations.ts'

/** A curl command that makes a call of the operation, with variables where only the caller knows the value. */
export function curlOf({ method, path, operation }: Listed, server: string): string {
  const address = `${server}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${constantCase(name)}`)}`
  const lines = [
    `curl${method === 'GET' || (method === 'POST' && operation.requestBody) ? '' : ` -X ${method}`} "${address}"`,
  ]
  const { kind } = operation['x-berth-access']
  if (kind === 'watch-token') lines.push('-H "X-Watch-Token: $WATCH"')
  else if (kind !== 'public') lines.push('-H "Authorization: Bearer $TOKEN"')
  const body = operation.requestBody?.content['application/json']
  if (body) {
    lines.push('-H "Content-Type: application/json"')
    lines.push(`-d '${JSON.stringify(body.example ?? {}, null, 2).replaceAll("'", String.raw`'\''`)}'`)
  }
  return lines.join(' \\\n  ')
}

function constantCase(name: string): string {
  return name.replaceAll(/([A-Z])/g, '_$1').toUpperCase()
}
