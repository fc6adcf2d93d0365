import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bucket in memory that speaks as much of S3 as Berth uses. */
export type S3Server = {
  url: string
  objects: Map<string, Buffer>
  /** answered to every request, instead of doing what it asks */
  failWith: (status: number | null) => void
  close: () => Promise<void>
}

/** Refuses requests that are not signed with `accessKeyId`. */
export async function startS3Server({ accessKeyId }: { accessKeyId: string }): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  let failure: number | null = null
  const server = createServer((req, res) => {
    void readBody(req).then((body) => {
      const key = decodeURIComponent((req.url ?? '/').split('?', 1)[0] ?? '')
      const found = objects.get(key)
      const isSigned = req.headers.authorization?.includes(`Credential=${accessKeyId}/`) === true
      if (failure !== null) return void res.writeHead(failure).end()
      if (!isSigned) return void res.writeHead(403).end()
      if (req.method === 'PUT') {
        objects.set(key, body)
        return void res.writeHead(200).end()
      }
      if (req.method === 'DELETE') {
        objects.delete(key)
        return void res.writeHead(204).end()
      }
      if (found) return void res.writeHead(200, { 'content-length': found.length }).end(found)
      res.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    failWith: (status) => {
      failure = status
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
