import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openWorkspace } from './fixtures/workspace.ts'

const TIPS = 20
const GAP_MS = 200

test('twenty tips in a row move nothing but transform and opacity', async ({
  page,
  site,
  browser,
  errors,
  isMobile,
}, testInfo) => {
  test.skip(isMobile, 'a stream has one size')
  await openWorkspace(page, site, { path: '/', industry: 'overlay' })
  for (const username of ['nightowl', 'foxy', 'mira', 'captain', 'jonas']) {
    await callAsPerson(page, 'overlay.stream.awardPoints', { username, amount: 100 })
  }
  await callAsPerson(page, 'overlay.goals.create', {
    label: 'New microphone',
    targetValue: 500,
    progress: 'tip-amount',
  })
  const { url } = await callAsPerson<{ url: string }>(page, 'overlay.links.create', { name: 'Main computer' })
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'no-preference',
  })
  errors.watch(context)
  const stream = await context.newPage()
  await stream.goto(url)
  await expect(stream.getByRole('region', { name: 'Goals' })).toContainText('New microphone')

  await stream.evaluate(watchFrames)
  for (let tip = 1; tip <= TIPS; tip += 1) {
    const username = ['foxy', 'mira', 'captain', 'jonas'][tip % 4]
    const given = { username, amountCents: 1_000, points: 40 + tip, message: `Tip number ${tip}` }
    await callAsPerson(page, 'overlay.stream.recordTip', given)
    await stream.waitForTimeout(GAP_MS)
  }
  await expect(stream.getByRole('region', { name: 'Latest tips' })).toContainText(`Tip number ${TIPS}`)
  const { frames, animated } = await stream.evaluate(readFrames)
  await context.close()

  const summary = `${frames.length} frames, median ${at(frames, 0.5)} ms, p95 ${at(frames, 0.95)} ms`
  testInfo.annotations.push({ type: 'frames of the stage', description: summary })
  expect(animated).toContain('transform')
  // Anything else would cost layout or paint with every frame.
  expect(animated.filter((name) => !['transform', 'opacity'].includes(name))).toEqual([])
})

type Watched = { frames: number[]; animated: Set<string>; last: number }

/** Notes the time between frames, and what is animated in each. Runs in the page. */
function watchFrames(): void {
  const watched: Watched = { frames: [], animated: new Set(), last: performance.now() }
  Object.assign(globalThis, { watched })
  const timing = ['offset', 'easing', 'composite', 'computedOffset']
  function note(now: number): void {
    watched.frames.push(now - watched.last)
    watched.last = now
    for (const { effect } of document.getAnimations()) {
      const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
      for (const name of frames.flatMap((frame) => Object.keys(frame))) {
        if (!timing.includes(name)) watched.animated.add(name)
      }
    }
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

function readFrames(): { frames: number[]; animated: string[] } {
  const { watched } = globalThis as typeof globalThis & { watched: Watched }
  return { frames: watched.frames.toSorted((a, b) => a - b), animated: [...watched.animated] }
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
}
