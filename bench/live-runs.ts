import { randomUUID } from 'node:crypto'
import { chromium, type Page } from '@playwright/test'
import type pg from 'pg'
import { TEST_PASSWORD_HASH } from '#src/auth/server/testing/test-password.ts'
import { createDataDir, startBerth } from '../e2e/fixtures/berth-process.ts'
import { openDatabase } from '../e2e/fixtures/database.ts'
import { openGate, shutGate } from '../e2e/fixtures/run-gate.ts'
import { findChromium } from '../tools/find-chromium.ts'
import { openWatchedPage, type Watched, type WatchedPage } from './live-runs/watch-page.ts'
import type { Figure } from './report.ts'

const RUNS = 50
const SETTLE_MS = 2_000
const PATIENCE_MS = 120_000
/** Share of the main thread that may go into scripts while everything moves, in percent. */
const SCRIPT_SHARE = 30

type Stored = { runId: string; lastSeq: number; state: string }

/**
 * Fifty provisionings at once, watched by the console's list and by the page of one of them, in Chromium against the
 * production server: fifty sign-ups that all fail at one of the last steps, and are then started again at the same
 * moment. What the pages applied is compared with what is stored, event by event.
 */
export async function measure(): Promise<Figure[]> {
  const dataDir = await createDataDir()
  const berth = await startBerth({ dataDir: dataDir.path })
  const browser = await chromium.launch({
    executablePath: findChromium({
      searchPath: '',
      bundled: chromium.executablePath(),
      headless: true,
    }),
    // Chromium refuses its sandbox to root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const db = await openDatabase(dataDir.path)
  try {
    const apex = `http://berth.localhost:${berth.port}`
    const email = await addAdmin(db)
    const list = await openWatchedPage(browser, { apex, path: '/admin/runs', email })
    await list.begin()
    const gates = Array.from({ length: RUNS }, (_, index) => ({
      subdomain: `burst-${index}`,
      step: 'activate' as const,
    }))
    for (const gate of gates) await shutGate(db, { ...gate, mode: 'fail' })
    const asked = await Promise.all(gates.map(({ subdomain }) => signUp(berth.port, subdomain)))
    await waitUntilAll(db, 'failed')
    const arrival = await list.end()
    const one = asked[0] ?? ''
    const run = await openWatchedPage(browser, { apex, path: `/admin/runs/${one}`, email })
    for (const gate of gates) await openGate(db, gate)
    const [listed, shown] = await watchBurst([list, run], async () => {
      await retryAll(list.page, asked)
      await waitUntilAll(db, 'succeeded')
    })
    const stored = await listStored(db)
    const applied = await readApplied(list.page, '[role=row] [data-run]')
    const logged = await readLog(run.page)
    await Promise.all([list.close(), run.close()])
    return listFigures({ stored, one, arrival, listed, shown, applied, logged })
  } finally {
    await db.end()
    await browser.close()
    await berth.stop()
    await dataDir.remove()
  }
}

async function watchBurst(pages: readonly WatchedPage[], burst: () => Promise<void>): Promise<Watched[]> {
  // The list goes on from where it is: events of its runs are counted from the first on.
  const before = await Promise.all(pages.map((page) => page.end()))
  await Promise.all(pages.map((page) => page.begin()))
  await burst()
  const after = await Promise.all(pages.map((page) => page.end()))
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  const settled = await Promise.all(pages.map((page) => page.end()))
  return after.map((watched, index) => ({
    ...watched,
    calls: settled[index]?.calls ?? {},
    events: [...(before[index]?.events ?? []), ...(settled[index]?.events ?? [])],
  }))
}

async function addAdmin(db: pg.Client): Promise<string> {
  const email = 'bench@berth.test'
  await db.query(
    `insert into platform.users (id, email, full_name, password_hash, role) values ($1, $2, 'Bench', $3, 'platform_admin')`,
    [randomUUID(), email, TEST_PASSWORD_HASH],
  )
  return email
}

async function signUp(port: number, subdomain: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      business: { name: `Burst ${subdomain}`, industry: 'pet-care' },
      subdomain,
      owner: { fullName: 'Bench', email: `owner@${subdomain}.test`, password: 'Harbour-9-lights' },
    }),
  })
  if (answer.status !== 202) throw new Error(`Sign-up answered ${answer.status}.`)
  return ((await answer.json()) as { runId: string }).runId
}

/** As an administrator would who presses the button of every run at once: nothing but the work is left to wait for. */
async function retryAll(page: Page, runIds: readonly string[]): Promise<void> {
  await page.evaluate(async (ids) => {
    const answers = await Promise.all(
      ids.map((runId) =>
        fetch('/api/trpc/admin.runs.retry', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ runId }),
        }),
      ),
    )
    if (answers.some(({ ok }) => !ok)) throw new Error('A run could not be started again.')
  }, runIds)
}

async function waitUntilAll(db: pg.Client, wanted: 'failed' | 'succeeded'): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const runs = await listStored(db)
    if (runs.length === RUNS && runs.every(({ state }) => state === wanted)) return
    if (Date.now() > giveUpAt) throw new Error(`Not all runs have ${wanted}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function listStored(db: pg.Client): Promise<Stored[]> {
  const { rows } = await db.query<Stored>(
    'select id as "runId", last_seq as "lastSeq", state from platform.provisioning_runs order by created_at desc',
  )
  return rows
}

/** How each run stands on the page: the number of the last event applied to it, and its state. */
function readApplied(page: Page, selector: string): Promise<Stored[]> {
  return page.locator(selector).evaluateAll((marks) =>
    marks.map((mark) => ({
      runId: mark.getAttribute('data-run') ?? '',
      lastSeq: Number(mark.getAttribute('data-seq')),
      state: mark.getAttribute('data-state') ?? '',
    })),
  )
}

function readLog(page: Page): Promise<number[]> {
  return page
    .locator('li[data-seq]')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-seq'))))
}

type Outcome = {
  stored: Stored[]
  one: string
  arrival: Watched
  listed: Watched | undefined
  shown: Watched | undefined
  applied: Stored[]
  logged: number[]
}

function listFigures({ stored, one, arrival, listed, shown, applied, logged }: Outcome): Figure[] {
  if (!listed || !shown) throw new Error('The pages were not watched.')
  const shared = { suite: 'live-runs', floor: null, ratio: null, samples: stored.length }
  const figure = (name: string, value: number, unit: string): Figure => ({
    ...shared,
    name,
    value,
    unit,
    target: 'shown',
    met: true,
  })
  const atMost = (most: number, figure: Figure): Figure => ({
    ...figure,
    target: `<= ${most}`,
    met: figure.value <= most,
  })
  const total = stored.reduce((sum, { lastSeq }) => sum + lastSeq, 0)
  const keys = listed.events.map(({ stream, seq }) => `${stream} ${seq}`)
  const wanted = stored.flatMap(({ runId, lastSeq }) =>
    Array.from({ length: lastSeq }, (_, index) => `run:${runId} ${index + 1}`),
  )
  const got = new Set(keys)
  const behind = stored.filter((run) => {
    const row = applied.find(({ runId }) => runId === run.runId)
    return row?.lastSeq !== run.lastSeq || row.state !== run.state
  })
  const expected = stored.find(({ runId }) => runId === one)?.lastSeq ?? 0
  const whole = logged.length === expected && logged.every((seq, index) => seq === index + 1)
  const share = ({ scriptMs, wallMs }: Watched) => (100 * scriptMs) / wallMs
  const busy = ({ taskMs, wallMs }: Watched) => (100 * taskMs) / wallMs
  const callsOf = (watched: Watched, name: string) => watched.calls[name] ?? 0
  const calls = callsOf(shown, 'admin.runs.listEvents') + callsOf(shown, 'admin.runs.get')
  return [
    figure('events stored', total, 'events'),
    atMost(0, figure('list: events that never came', wanted.filter((key) => !got.has(key)).length, 'events')),
    atMost(0, figure('list: events that came twice', keys.length - got.size, 'events')),
    atMost(0, figure('list: rows that differ from the database', behind.length, 'rows')),
    atMost(0, figure('run page: logs that differ from the stored one', whole ? 0 : 1, 'logs')),
    atMost(
      RUNS + 2,
      figure('list: calls while the runs came in', callsOf(arrival, 'admin.runs.list'), 'calls'),
    ),
    atMost(2, figure('list: calls while they were built', callsOf(listed, 'admin.runs.list'), 'calls')),
    atMost(5, figure('run page: calls while it was built', calls, 'calls')),
    figure('sign-ups', arrival.wallMs, 'ms'),
    atMost(
      SCRIPT_SHARE,
      figure('list during sign-ups: scripts, share of the main thread', share(arrival), '%'),
    ),
    figure('list during sign-ups: main thread busy', busy(arrival), '%'),
    figure('burst', listed.wallMs, 'ms'),
    figure('list: scripts', listed.scriptMs, 'ms'),
    atMost(SCRIPT_SHARE, figure('list: scripts, share of the main thread', share(listed), '%')),
    figure('list: main thread busy', busy(listed), '%'),
    figure('list: longest task', listed.longestMs, 'ms'),
    atMost(SCRIPT_SHARE, figure('run page: scripts, share of the main thread', share(shown), '%')),
    figure('run page: main thread busy', busy(shown), '%'),
  ]
}
