// The first that fits counts: most browsers also claim to be the ones below them.
const programs: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Headless Chrome'],
  [/\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^PostmanRuntime\//, 'Postman'],
  [/^python-|^Python-/, 'Python'],
  [/^node\b|^undici\b|^axios\//, 'Node'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const MAX_PROGRAM_LENGTH = 40

/** A user agent in words people know their devices by, such as `Firefox on Windows`. A hint, anybody can send it. */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device'
  const program = nameIn(programs, userAgent) ?? userAgent.split(/[\s/(]/, 1)[0] ?? ''
  const system = nameIn(systems, userAgent)
  const name = program.replace(/[^\w .-]/g, '').slice(0, MAX_PROGRAM_LENGTH) || 'Unknown device'
  return system === undefined ? name : `${name} on ${system}`
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1]
}
