import type { LabProcedure } from './procedures.ts'
import type { LabRequest } from './send.ts'

export const channels = ['trpc', 'rest'] as const
export type Channel = (typeof channels)[number]

type Target = Pick<LabRequest, 'host' | 'headers'>

/** The call of a procedure on one of its channels; null where it has no REST twin. */
export function buildRequest(
  { path, type, rest }: LabProcedure,
  { channel, input, ...target }: Target & { channel: Channel; input: unknown },
): LabRequest | null {
  if (channel === 'trpc') return buildTrpc(`/api/trpc/${path}`, { type, input, ...target })
  return rest && buildRest(rest, { input, ...target })
}

function buildTrpc(
  path: string,
  { type, input, ...target }: Target & { type: LabProcedure['type']; input: unknown },
): LabRequest {
  const text = input === undefined ? undefined : JSON.stringify(input)
  if (type === 'mutation') return { method: 'POST', path, body: text ?? '{}', ...target }
  const query = text === undefined ? '' : `?input=${encodeURIComponent(text)}`
  return { method: 'GET', path: `${path}${query}`, ...target }
}

function buildRest(
  { method, path }: { method: string; path: string },
  { input, ...target }: Target & { input: unknown },
): LabRequest {
  const values: Record<string, unknown> = { ...(input as object | undefined) }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(values[name]))
    Reflect.deleteProperty(values, name)
    return value
  })
  const isBodiless = method === 'GET' || method === 'DELETE'
  if (!isBodiless) return { method, path: `/api/v1${filled}`, body: JSON.stringify(values), ...target }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const part of Array.isArray(value) ? value : [value]) query.append(name, String(part))
  }
  return { method, path: `/api/v1${filled}${query.size > 0 ? `?${query.toString()}` : ''}`, ...target }
}
