import { FILE_NAME_HEADER, storedFile, type StoredFile } from '../stored-file.ts'

type Sending = {
  /** address it is posted to */
  url: string
  file: File
  mediaType: string
  /** share of it that has been sent, 0 to 1 */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** An upload that did not succeed; the message is for people. */
export class UploadError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UploadError'
  }
}

/**
 * Sends a file. By XMLHttpRequest: nothing else in a browser tells how much has been sent.
 * @throws UploadError
 */
export async function sendFile({ url, file, mediaType, onProgress, signal }: Sending): Promise<StoredFile> {
  const request = new XMLHttpRequest()
  const answered = new Promise<void>((resolve, reject) => {
    request.addEventListener('load', () => resolve())
    request.addEventListener('error', () => reject(new UploadError('The connection was lost. Try again.')))
    request.addEventListener('abort', () => reject(new UploadError('The upload was stopped.')))
  })
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
  signal.addEventListener('abort', () => request.abort())
  request.open('POST', url)
  request.setRequestHeader('content-type', mediaType)
  request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.toWellFormed()))
  request.send(file)
  await answered
  const body = readJson(request.responseText)
  if (request.status !== 201) throw new UploadError(messageOf(body))
  return storedFile.parse(body)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The sentence in the error that every failed call answers. */
function messageOf(body: unknown): string {
  const error: unknown = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : null
  return typeof message === 'string' ? message : 'The file could not be uploaded. Try again.'
}
