const NETWORK_GROUPS = 4

/**
 * Who an address stands for. Whoever has one address of IPv6 has at least the 64 bits behind it, and could
 * come from another one each time.
 * @param ip by number, or null when the connection is gone
 */
export function subjectOfAddress(ip: string | null): string {
  if (ip === null) return 'unknown'
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail = ''] = ip.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const groups = [
    ...groupsOf(head),
    ...(ip.includes('::') ? zerosBetween(head, tail) : []),
    ...groupsOf(tail),
  ]
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.padStart(4, '0'))
  return `${network.join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':')
}

function zerosBetween(head: string, tail: string): string[] {
  const missing = 8 - groupsOf(head).length - groupsOf(tail).length
  return Array.from({ length: Math.max(missing, 0) }, () => '0')
}
