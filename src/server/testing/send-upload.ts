import { request, type ClientRequest } from 'node:http'

export type UploadAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  content: Buffer
}
type Sent = {
  method?: 'POST' | 'GET'
  path: string
  token?: string
  host?: string
  /** null for a body that is sent in parts, without saying how long it is */
  length?: number | null
  headers?: Record<string, string>
  content?: Uint8Array
}

/** Begins a request with bytes in its body; the test writes and ends it. */
export function beginUpload(port: number, sent: Sent): ClientRequest {
  const { method = 'POST', path, token, host, content, headers = {} } = sent
  const length = sent.length === undefined ? content?.length : sent.length
  return request({
    ...{ port, host: '127.0.0.1', method, path },
    headers: {
      host: `${host ? `${host}.` : ''}berth.localhost:${port}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(length === undefined || length === null ? {} : { 'content-length': length }),
      ...headers,
    },
  })
}

/** Sends bytes, and reads the answer as bytes. */
export async function sendUpload(port: number, sent: Sent): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const req = beginUpload(port, sent)
    req.once('error', reject)
    req.once('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, content: Buffer.concat(chunks) }),
      )
    })
    req.end(sent.content)
  })
}
