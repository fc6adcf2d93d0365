import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

/** The part of a request that says where it comes from. */
export type AddressedRequest = Pick<IncomingMessage, 'headers' | 'socket'>

/** The address a request comes from, by number; null once its connection is gone. */
export type ClientAddress = (req: AddressedRequest) => string | null

const MAPPED = /^::ffff:(?=\d{1,3}(\.\d{1,3}){3}$)/i

/**
 * How the address of a caller is found. X-Forwarded-For is believed as far as trusted proxies wrote it: read
 * from its end, the first address that is none of theirs is the caller. Whatever stands before that, anybody
 * could have written.
 * @param trusted addresses, ranges, or the names loopback, linklocal and uniquelocal, between commas
 * @throws TypeError when `trusted` names something else
 */
export function createClientAddress(trusted: string | undefined): ClientAddress {
  const isTrusted = trusted === undefined ? () => false : proxyAddr.compile(splitList(trusted))
  return (req) => {
    if (req.socket.remoteAddress === undefined) return null
    // From the peer outwards; what is no address says no more than the proxy that passed it on.
    const hops = proxyAddr.all(req as IncomingMessage, isTrusted)
    const address = hops.findLast((hop) => isIP(hop) !== 0)
    return address?.replace(MAPPED, '') ?? null
  }
}

function splitList(text: string): string[] {
  return text.split(',').map((entry) => entry.trim())
}
