import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const inDocs = await readdir(join(root, 'docs'), { recursive: true })
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...inDocs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)),
]

async function readPage(page: string): Promise<string> {
  return readFile(join(root, page), 'utf8')
}

function matchesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match)
}

/** The anchor GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\d _-]/gu, '')
    .replaceAll(' ', '-')
}

async function isThere(page: string, link: string): Promise<boolean> {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return false
  return (
    anchor === undefined ||
    matchesIn(await readPage(target), /^#+ (.+)$/gm).some((heading) => anchorOf(heading) === anchor)
  )
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', async () => {
    const text = await readPage(page)
    const links = [...matchesIn(text, /\]\(([^)\s]+)\)/g), ...matchesIn(text, /(?:src|srcset)="([^"]+)"/g)]
    const own = links.filter((link) => !/^https?:/.test(link))
    const broken: string[] = []
    for (const link of own) if (!(await isThere(page, link))) broken.push(link)
    expect(broken).toEqual([])
  })

  it('names files that exist', async () => {
    const named = matchesIn(
      await readPage(page),
      /`((?:[\w.[\]-]+\/)+[\w.[\]-]+\.(?:tsx?|mjs|md|prisma|sql))`/g,
    )
    const missing = named.filter(
      (path) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)),
    )
    expect(missing).toEqual([])
  })
})
