// Runs npm scripts: `node tools/run-scripts.mjs [--parallel] name...`. All of them run even when one fails, so that one
// round shows everything there is to mend; the exit code is 1 if any failed.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const parallel = process.argv.includes('--parallel')
const names = process.argv.slice(2).filter((argument) => argument !== '--parallel')
const running = new Set()
/** A script may run others this way; the outermost one has the last word. */
const outer = process.env.BERTH_FAILURE_NOTES
const scratch = outer === undefined ? mkdtempSync(join(tmpdir(), 'berth-scripts-')) : undefined
const failureNotes = outer ?? join(scratch, 'failures')
/** Of each message, as many lines are repeated at the end. */
const MESSAGE_LINES = 25

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 130
  })
}

/** Runs one script; in parallel its output is held back until it ends, so that lines of two scripts never mix. */
function run(name) {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, [...first, 'run', '--silent', name], {
      stdio: parallel ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {
        ...process.env,
        BERTH_FAILURE_NOTES: failureNotes,
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
    })
    const output = []
    running.add(child)
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      running.delete(child)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const said = Buffer.concat(output).toString()
      if (code !== 0) {
        process.stdout.write(said)
        if (parallel && !name.startsWith('test:')) noteOutput(name, said)
      }
      if (parallel) console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s${sumOf(said)}`)
      resolve({ name, ok: code === 0 })
    })
  })
}

/** How many tests passed, as the reporter's last line says. */
function sumOf(said) {
  const last = stripVTControlCharacters(said).trimEnd().split('\n').at(-1) ?? ''
  return /^\w+: \d+ passed/.test(last) ? `  ${last}` : ''
}

/** Keeps what a script without a reporter has said. */
function noteOutput(suite, message) {
  appendFileSync(failureNotes, `${JSON.stringify({ suite, test: 'output', message, isFlaky: false })}\n`)
}

/** What the reporters have noted; whoever reads the end of a long output should not have to look for it. */
function printFailures() {
  let text = ''
  try {
    text = readFileSync(failureNotes, 'utf8')
  } catch {
    return
  }
  for (const line of text.split('\n').filter(Boolean)) {
    const { suite, test, message, isFlaky } = JSON.parse(line)
    console.log(`\n${isFlaky ? 'flaky' : 'FAILED'}  ${suite}: ${test}`)
    const lines = stripVTControlCharacters(message).split('\n').slice(0, MESSAGE_LINES)
    console.log(lines.map((part) => `    ${part}`).join('\n'))
  }
}

async function runInOrder() {
  const results = []
  for (const name of names) {
    if (process.exitCode === 130) break
    results.push(await run(name))
  }
  return results
}

const results = parallel ? await Promise.all(names.map(run)) : await runInOrder()
if (scratch !== undefined) {
  printFailures()
  rmSync(scratch, { recursive: true, force: true })
}
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name)
if (failed.length > 0) {
  console.log(`failed: ${failed.join(', ')}`)
  process.exitCode ||= 1
}
