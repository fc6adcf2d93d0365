/**
 * Server settings for one machine that runs application and database together. They are given on the command line, so
 * that a new release changes them for data that exists.
 */
const defaults: Record<string, string> = {
  shared_buffers: '128MB',
  max_connections: '200',
  // dropping a tenant's schema locks each of its objects
  max_locks_per_transaction: '1024',
  max_wal_size: '2GB',
  // after a crash, one call for the whole disk instead of one for each file: a tenant has 75 of them
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  // compiling costs more than the short queries of this application
  jit: 'off',
  // no disk turns here; by the default, indexes cost four times what they do, and lists would be read whole
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // one file per weekday, each overwritten a week later
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] %q%u@%d ',
}

/** For tests: a crash of the machine may lose everything, a crash of the server does not. */
const volatile: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
}

export type SettingsOptions = { port: number; durable: boolean; settings: Record<string, string> }

/** Arguments of the `postgres` program. Only TCP on 127.0.0.1: the path of a socket may have 107 characters at most. */
export function getServerArguments(pgdata: string, options: SettingsOptions): string[] {
  const settings = {
    ...defaults,
    ...(options.durable ? {} : volatile),
    ...options.settings,
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
  }
  return ['-D', pgdata, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
