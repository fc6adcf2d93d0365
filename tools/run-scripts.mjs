// Runs npm scripts: `node tools/run-scripts.mjs [--parallel] name...`. All of them run even when one fails, so that one
// round shows everything there is to mend; the exit code is 1 if any failed.
import { spawn } from 'node:child_process'

const parallel = process.argv.includes('--parallel')
const names = process.argv.slice(2).filter((argument) => argument !== '--parallel')
const running = new Set()

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
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    })
    const output = []
    running.add(child)
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      running.delete(child)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      if (code !== 0) process.stdout.write(Buffer.concat(output))
      if (parallel) console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s`)
      resolve({ name, ok: code === 0 })
    })
  })
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
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name)
if (failed.length > 0) {
  console.log(`failed: ${failed.join(', ')}`)
  process.exitCode ||= 1
}
