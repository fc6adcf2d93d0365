import type { Locator, Page } from '@playwright/test'

declare global {
  interface Window {
    /** when the first row was painted, in ms from the start of the page's load */
    firstRowAt?: number
  }
}

const ROW = 'tbody[role=rowgroup] tr[role=row]'

/** For the page, before its own scripts: notes when the first row is painted. */
export function watchFirstRow(): void {
  const row = 'tbody[role=rowgroup] tr[role=row]'
  const observer = new MutationObserver(() => {
    if (!document.querySelector(row)) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => (window.firstRowAt = performance.now())))
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** From the start of the page's load to its first painted row, in ms. */
export async function timeFirstRow(page: Page): Promise<number> {
  await page.waitForFunction(() => window.firstRowAt !== undefined)
  return page.evaluate(() => window.firstRowAt ?? NaN)
}

/** From a click to other rows on the screen, in ms. The page keeps the time: the way from here to there does not count. */
export async function timeChange(page: Page, button: Locator): Promise<number> {
  const shown = await button.elementHandle()
  return page.evaluate(
    async ([element, row]) => {
      const read = () => [...document.querySelectorAll(row)].map((line) => line.textContent).join('\n')
      const isBusy = () => document.querySelector('[role=region][aria-busy]') !== null
      const before = read()
      const start = performance.now()
      ;(element as HTMLElement).click()
      while (isBusy() || read() === before) {
        if (performance.now() - start > 8_000) throw new Error(`${element.textContent} changed nothing.`)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    },
    [shown, ROW] as const,
  )
}

/** Scrolls a table to its end and back, a frame at a time; the longest task meanwhile, in ms (0: none above 50). */
export async function worstTaskOfScrolling(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await timeFirstRow(page)
  return page.evaluate(async () => {
    const area = document.querySelector('[role=region][tabindex="0"]')
    if (!area) throw new Error('There is no table.')
    let worst = 0
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) worst = Math.max(worst, duration)
    })
    observer.observe({ type: 'longtask' })
    const step = 300
    for (const by of [step, -step]) {
      for (let moved = 0; moved < area.scrollHeight; moved += step) {
        area.scrollTop += by
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    observer.disconnect()
    return worst
  })
}
