import { chromium } from '@playwright/test'
import { launch, type LaunchedChrome } from 'chrome-launcher'
import lighthouse, { desktopConfig, type Config, type Result } from 'lighthouse'
import { createDataDir, startBerth } from '../e2e/fixtures/berth-process.ts'
import { findChromium } from '../tools/find-chromium.ts'
import { median, type Figure } from './report.ts'

const RUNS = 3
const TARGET = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const PAGES = [
  { name: 'landing', path: '/' },
  { name: 'wizard', path: '/signup' },
] as const
/** Lighthouse's own presets; undefined is its default, a mid-range phone on a slow network. */
const PRESETS = [
  { name: 'phone', config: undefined },
  { name: 'desktop', config: desktopConfig },
] as const

type Requests = { items: { resourceType?: string; transferSize?: number; statusCode?: number }[] }

/**
 * The production server's pages in the system's Chromium, each visited with an empty cache. Scores are those of
 * Lighthouse, 0 to 100; the script of a page is what travels for its first load, compressed.
 */
export async function measure(): Promise<Figure[]> {
  const dataDir = await createDataDir()
  const berth = await startBerth({ dataDir: dataDir.path })
  try {
    const figures: Figure[] = []
    for (const page of PAGES) {
      const address = `http://berth.localhost:${berth.port}${page.path}`
      for (const preset of PRESETS) {
        const results: Result[] = []
        for (let run = 0; run < RUNS; run += 1) results.push(await visit(address, preset.config))
        figures.push(...listFigures(`${page.name}, ${preset.name}`, results))
        listShortcomings(results).forEach((line) => console.log(`${page.name}, ${preset.name}: ${line}`))
      }
    }
    return figures
  } finally {
    await berth.stop()
    await dataDir.remove()
  }
}

async function visit(address: string, config: Config | undefined): Promise<Result> {
  const chrome = await launchChrome()
  try {
    const onlyCategories = [...CATEGORIES]
    const outcome = await lighthouse(
      address,
      { port: chrome.port, logLevel: 'error', onlyCategories },
      config,
    )
    if (!outcome) throw new Error(`Lighthouse had nothing to say about ${address}.`)
    const { lhr } = outcome
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
    return lhr
  } finally {
    chrome.kill()
  }
}

async function launchChrome(): Promise<LaunchedChrome> {
  const chromePath = findChromium({ searchPath: '', bundled: chromium.executablePath() })
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return launch({ chromePath, chromeFlags: ['--headless=new', ...sandbox] })
}

function listFigures(where: string, results: readonly Result[]): Figure[] {
  const shared = { suite: 'lighthouse', floor: null, ratio: null, samples: results.length }
  const scores = CATEGORIES.map((category) => {
    const value = median(results.map(({ categories }) => 100 * (categories[category]?.score ?? 0)))
    const met = value >= TARGET
    return { ...shared, name: `${where}: ${category}`, value, unit: 'of 100', target: `>= ${TARGET}`, met }
  })
  const shown = { ...shared, target: 'shown', met: true }
  const timeOf = (audit: string) => median(results.map(({ audits }) => audits[audit]?.numericValue ?? 0))
  return [
    ...scores,
    { ...shown, name: `${where}: LCP`, value: timeOf('largest-contentful-paint'), unit: 'ms' },
    { ...shown, name: `${where}: TBT`, value: timeOf('total-blocking-time'), unit: 'ms' },
    { ...shown, name: `${where}: script`, value: median(results.map(scriptOf)), unit: 'kB' },
  ]
}

/** Compressed script of the first load, in kB. */
function scriptOf({ audits }: Result): number {
  const requests = audits['network-requests']?.details as Requests | undefined
  const scripts = (requests?.items ?? []).filter(({ resourceType }) => resourceType === 'Script')
  return scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1000
}

/** What of the last visit is short of full marks, for whoever wants to better it. */
function listShortcomings(results: readonly Result[]): string[] {
  const last = results.at(-1)
  if (!last) return []
  return Object.values(last.categories).flatMap(({ title, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = last.audits[id]
      if (!audit || weight === 0 || audit.score === null || audit.score >= 1) return []
      return [`${title}, ${audit.title}: ${Math.round(audit.score * 100)} ${audit.displayValue ?? ''}`.trim()]
    }),
  )
}
