import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
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

/**
 * Path of a Chromium or Chrome: one on `searchPath` (the value of PATH) or in a usual place, then `bundled`, the one
 * Playwright would download.
 * @throws Error naming what was looked for and how to install a browser.
 */
export function findChromium(searchPath: string, bundled: string): string {
  const folders = [...searchPath.split(delimiter).filter(Boolean), ...FOLDERS]
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...APPLICATIONS,
    bundled,
  ]
  const found = candidates.find(isExecutable)
  if (found !== undefined) return found
  throw new Error(
    `No Chromium found: none of ${NAMES.join(', ')} is on PATH or in ${FOLDERS.join(', ')}, and Playwright has none in ${bundled}. ` +
      'The end-to-end tests need one: run `apt-get install chromium` (Debian, Ubuntu) or `npx playwright install chromium`.',
  )
}
