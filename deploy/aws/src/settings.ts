/** What an installation is asked for; everything else is the same for all. */
export type Settings = {
  /** the apex host, such as berth.example; workspaces hang below it */
  domain: string
  /** repository in ECR and tag of the image */
  repository: string
  tag: string
  /** zone in Route 53 that the domain lies in: names and certificate are made there */
  hostedZoneId: string | null
  hostedZoneName: string
  /** a certificate for the domain and for all below it, where Route 53 does not hold the domain */
  certificateArn: string | null
  /** secret whose whole text is SMTP_URL; without one mails are kept and not sent */
  mailSecretArn: string | null
  /** who hears of alarms */
  alarmEmail: string | null
  adminEmail: string | null
  /** database, cache and way out in two zones */
  isMultiZone: boolean
  databaseClass: string
  /** in GiB, to begin with; storage grows to ten times that by itself */
  databaseStorage: number
  hasCache: boolean
  webMin: number
  webMax: number
  workers: number
  /** connections per process */
  pool: number
  logDays: number
  /** what holds data outlives the stack */
  isProtected: boolean
}

/** What `-c name=value` and cdk.json say. */
export type ReadContext = (name: string) => unknown

/**
 * The settings of an installation.
 * @throws Error naming the setting that is missing or wrong
 */
export function readSettings(read: ReadContext): Settings {
  const domain = requireText(read, 'domain')
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    throw new Error('domain: a host name such as berth.example')
  const settings: Settings = {
    domain,
    repository: readText(read, 'repository') ?? 'berth',
    tag: requireText(read, 'tag'),
    hostedZoneId: readText(read, 'hostedZoneId'),
    hostedZoneName: readText(read, 'hostedZoneName') ?? domain,
    certificateArn: readText(read, 'certificateArn'),
    mailSecretArn: readText(read, 'mailSecretArn'),
    alarmEmail: readText(read, 'alarmEmail'),
    adminEmail: readText(read, 'adminEmail'),
    isMultiZone: readFlag(read, 'multiZone', true),
    databaseClass: readText(read, 'databaseClass') ?? 't4g.medium',
    databaseStorage: readNumber(read, 'databaseStorage', { byDefault: 50, min: 20 }),
    hasCache: readFlag(read, 'cache', true),
    webMin: readNumber(read, 'webMin', { byDefault: 2, min: 1 }),
    webMax: readNumber(read, 'webMax', { byDefault: 6, min: 1 }),
    workers: readNumber(read, 'workers', { byDefault: 2, min: 1 }),
    pool: readNumber(read, 'pool', { byDefault: 16, min: 2 }),
    logDays: readNumber(read, 'logDays', { byDefault: 30, min: 1 }),
    isProtected: readFlag(read, 'protect', true),
  }
  if (!settings.hostedZoneId && !settings.certificateArn) {
    throw new Error('hostedZoneId or certificateArn: one of them, or there is no https')
  }
  if (settings.webMax < settings.webMin) throw new Error('webMax: at least webMin')
  return settings
}

function readText(read: ReadContext, name: string): string | null {
  const value = read(name)
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') throw new Error(`${name}: a text`)
  return value
}

function requireText(read: ReadContext, name: string): string {
  const value = readText(read, name)
  if (value === null) throw new Error(`${name}: is needed, as in -c ${name}=…`)
  return value
}

function readFlag(read: ReadContext, name: string, byDefault: boolean): boolean {
  const value = read(name) ?? byDefault
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw new Error(`${name}: true or false`)
}

function readNumber(
  read: ReadContext,
  name: string,
  { byDefault, min }: { byDefault: number; min: number },
): number {
  const value = Number(read(name) ?? byDefault)
  if (!Number.isInteger(value) || value < min) throw new Error(`${name}: a whole number, at least ${min}`)
  return value
}
