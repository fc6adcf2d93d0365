import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
/** The same browser without windows: tests need a fifth less of the machine. */
const HEADLESS = 'chromium-headless-shell'
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

type Places = {
  /** the value of PATH */
  searchPath: string
  /** the browser Playwright would download */
  bundled: string
  /** one without windows will do, and is preferred */
  headless?: boolean
  folders?: string[]
  applications?: string[]
}

/**
 * Path of a Chromium or Chrome: one on PATH, in a usual place, or Playwright's own.
 * @throws Error naming what was looked for and how to install a browser.
 */
export function findChromium(places: Places): string {
  const { searchPath, bundled, headless = false, folders = FOLDERS, applications = APPLICATIONS } = places
  const searched = [...searchPath.split(delimiter).filter(Boolean), ...folders]
  const names = headless ? [HEADLESS, ...NAMES] : NAMES
  const installed = searched.flatMap((folder) => names.map((name) => join(folder, name)))
  const found = [...installed, ...applications, bundled].find(isExecutable)
  if (found !== undefined) return found
  throw new Error(
    `No Chromium found: none of ${NAMES.join(', ')} is on PATH or in ${folders.join(', ')}, and Playwright has none in ${bundled}. ` +
      'The end-to-end tests need one: run `apt-get install chromium` (Debian, Ubuntu) or `npx playwright install chromium`.',
  )
}
