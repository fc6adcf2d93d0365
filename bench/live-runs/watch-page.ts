import type { Browser, CDPSession, Page } from '@playwright/test'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'

type Seen = { stream: string; seq: number }

/** What a page of the console has cost and been told since a moment. */
export type Watched = {
  /** calls of the API by procedure */
  calls: Record<string, number>
  /** every event as it came over the socket, doubled ones included */
  events: Seen[]
  /** milliseconds of the page's main thread */
  scriptMs: number
  layoutMs: number
  taskMs: number
  wallMs: number
  /** milliseconds of the longest task, and how many took longer than 50 */
  longestMs: number
  longTasks: number
}

export type WatchedPage = {
  page: Page
  /** Everything seen so far is forgotten. */
  begin: () => Promise<void>
  end: () => Promise<Watched>
  close: () => Promise<void>
}

/** A page of the console, opened by somebody of the platform in a browser context of its own. */
export async function openWatchedPage(
  browser: Browser,
  { apex, path, email }: { apex: string; path: string; email: string },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  let events: Seen[] = []
  let calls: Record<string, number> = {}
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => events.push(...readEvents(payload.toString())))
  })
  page.on('request', (request) => {
    const [, procedures] = /\/api\/trpc\/([^?]+)/.exec(request.url()) ?? []
    for (const name of procedures?.split(',') ?? []) calls[name] = (calls[name] ?? 0) + 1
  })
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(window, { longTasks: tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  await signIn(page, `${apex}${path}`, email)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  let start = await readMetrics(session)
  return {
    page,
    begin: async () => {
      events = []
      calls = {}
      await page.evaluate(() => void (Reflect.get(window, 'longTasks') as number[]).splice(0))
      start = await readMetrics(session)
    },
    end: async () => {
      const now = await readMetrics(session)
      const tasks = await page.evaluate(() => [...(Reflect.get(window, 'longTasks') as number[])])
      return {
        calls,
        events,
        scriptMs: now.script - start.script,
        layoutMs: now.layout - start.layout,
        taskMs: now.task - start.task,
        wallMs: now.wall - start.wall,
        longestMs: Math.max(0, ...tasks),
        longTasks: tasks.length,
      }
    },
    close: () => context.close(),
  }
}

async function signIn(page: Page, address: string, email: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(address)
  await page.locator('[data-live]').waitFor()
}

async function readMetrics(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  return {
    script: read('ScriptDuration'),
    layout: read('LayoutDuration') + read('RecalcStyleDuration'),
    task: read('TaskDuration'),
    wall: performance.now(),
  }
}

/** Events in one frame of socket.io: 42 and a JSON array of the event's name and its message. */
function readEvents(frame: string): Seen[] {
  if (!frame.startsWith('42["events"')) return []
  const [, message] = JSON.parse(frame.slice(2)) as [string, { stream: string; events: { seq: number }[] }]
  return message.events.map(({ seq }) => ({ stream: message.stream, seq }))
}
