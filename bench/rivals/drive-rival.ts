import { execFile, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const folder = fileURLToPath(new URL('.', import.meta.url))
const run = promisify(execFile)

/** Installs the tools beside the suite, by their own lock file. */
export async function installRivals(): Promise<void> {
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
}

type Step = { ups: readonly string[]; concurrency: number }

/** Lets a tool migrate all schemas in a process of its own, step by step. @returns the seconds of each step */
export async function driveRival(
  tool: string,
  work: { url: string; schemas: readonly string[]; steps: readonly Step[] },
): Promise<number[]> {
  const child = spawn(process.execPath, ['drive.mjs', tool], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(work))
  return z
    .array(z.number())
    .length(work.steps.length)
    .parse(JSON.parse(await text(child.stdout)))
}
