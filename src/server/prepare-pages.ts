import type { IncomingMessage, Server } from 'node:http'
import next from 'next'
import type { PageHandler } from './http/pages.ts'
import { buildPagesIfStale } from './next-build.ts'
import { projectRoot } from './project-root.ts'

export type Pages = { render: PageHandler; attachTo: (server: Server) => void }

/** Makes Next ready to answer, with pages that belong to the sources that are there. */
export async function preparePages({
  isDev,
  ...host
}: {
  isDev: boolean
  hostname: string
  port: number
}): Promise<Pages> {
  if (!isDev) {
    await buildPagesIfStale(projectRoot, () =>
      process.stdout.write('Building the pages (about a minute, once)…\n'),
    )
  }
  const app = next({ dev: isDev, dir: projectRoot, ...host })
  await app.prepare()
  const handle = app.getRequestHandler()
  const upgrade = app.getUpgradeHandler()
  return {
    render: (req, res) => handle(req, res),
    attachTo: (server) => {
      // Hot reload talks over a socket of its own.
      if (isDev)
        server.on('upgrade', (req, socket, head) => void (isNextSocket(req) && upgrade(req, socket, head)))
    },
  }
}

function isNextSocket({ url }: IncomingMessage): boolean {
  return url?.startsWith('/_next/') === true
}
