/** A path of this host: `//other.example` and `/\other.example` would lead away. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}
