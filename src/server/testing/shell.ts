import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment } from '#src/env.ts'

/** What the last call of a command sent and got. */
export type ShellAnswer = {
  method: string
  path: string
  status: number
  headers: Record<string, string>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely in tests
  body: any
}

export type Shell = {
  /** variables of the commands, as a reader would keep them */
  variables: Record<string, string>
  run: (command: string) => Promise<ShellAnswer>
  dispose: () => Promise<void>
}

/** Stands behind every answer, so that those of several calls can be told apart. */
const MARK = '\n@@'

/**
 * A shell in which curl finds every host at the test server, so that commands run as they are printed.
 * @throws Error from `run` when the machine has no curl, or the command calls nothing
 */
export async function openShell(port: number): Promise<Shell> {
  const home = await mkdtemp(join(tmpdir(), 'berth-curl-'))
  const headersFile = join(home, 'headers')
  const settings = [
    `connect-to = "::127.0.0.1:${port}"`,
    'noproxy = "*"',
    'silent',
    `dump-header = "${headersFile}"`,
    String.raw`write-out = "\n%{method} %{url_effective} %{http_code}\n@@"`,
  ]
  await writeFile(join(home, '.curlrc'), settings.join('\n'))
  const variables: Record<string, string> = {}

  async function run(command: string): Promise<ShellAnswer> {
    const { output, errors } = await runCommand(command, { ...variables, CURL_HOME: home, HOME: home })
    const [, text = '', method = '', url = '', status = '000'] =
      /^([\s\S]*)\n(\S+) (\S+) (\d{3})$/.exec(output.split(MARK).at(-2) ?? '') ?? []
    if (status === '000')
      throw new Error(`Nothing answered (curl has to be on PATH):\n${command}\n${output}${errors}`)
    const headers = headersIn(await readFile(headersFile, 'utf8'))
    return { method, path: new URL(url).pathname, status: Number(status), headers, body: bodyIn(text) }
  }

  return { variables, run, dispose: () => rm(home, { recursive: true, force: true }) }
}

async function runCommand(
  command: string,
  variables: Record<string, string>,
): Promise<{ output: string; errors: string }> {
  const child = spawn('sh', ['-c', command], {
    env: childEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  await new Promise((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', reject)
  })
  return { output, errors }
}

function headersIn(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(': '))
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
}

/** The JSON of an answer, behind the headers that `curl -i` prints too. */
function bodyIn(text: string): unknown {
  const printed = text.slice(text.startsWith('HTTP/') ? text.indexOf('\r\n\r\n') : 0).trim()
  return printed === '' ? undefined : JSON.parse(printed)
}
