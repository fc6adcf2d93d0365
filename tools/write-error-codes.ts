import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { errorCatalogue } from '#src/shared/errors/catalogue.ts'

export const errorCodesPage = fileURLToPath(new URL('../docs/error-codes.md', import.meta.url))

const INTRODUCTION = `# Error codes

Made from [the catalogue](../src/shared/errors/catalogue.ts) by \`npx node tools/write-error-codes.ts\`. A test fails when
this page and the catalogue differ.

Every failed call answers with its HTTP status and this body, and nothing else: no stack, no SQL.

\`\`\`json
{
  "error": {
    "code": "SUBDOMAIN_TAKEN",
    "message": "This address is already taken.",
    "requestId": "019eae1c-52ac-7d63-b263-a68d38e1f0a1",
    "details": { "fields": { "subdomain": ["This address is already taken."] } }
  }
}
\`\`\`

- \`code\` is what programs decide by. It does not change.
- \`message\` is for people. A call may replace the sentence below by one that knows more.
- \`requestId\` is also in the header \`X-Request-Id\` and in every log line of the request.
- \`details\` is there when there is more to say. \`details.fields\` maps the path of an input, such as \`owner.password\`, to
  its sentences.

tRPC carries the same under \`error.data.error\`, a socket the same code and message. The error of a provisioning run is
\`{ code, message, step }\`.
`

const PARTS = [
  { title: 'Who calls', statuses: [401, 403] },
  { title: 'What was asked', statuses: [400, 404, 405, 413, 415, 422] },
  { title: 'What stands in the way', statuses: [409, 429, 499] },
  { title: 'Our side', statuses: [500, 503] },
]

/**
 * The page about error codes, as it has to be.
 * @throws Error when the catalogue has a status that no part of the page takes
 */
export async function renderErrorCodes(): Promise<string> {
  const entries = Object.entries(errorCatalogue)
  const homeless = entries.find(([, { status }]) => !PARTS.some(({ statuses }) => statuses.includes(status)))
  if (homeless) throw new Error(`${homeless[0]} has a status that no part of the page takes.`)
  const parts = PARTS.map(({ title, statuses }) => {
    const rows = entries
      .filter(([, { status }]) => statuses.includes(status))
      .map(([code, { status, message }]) => `| \`${code}\` | ${status} | ${message} |`)
    return [`## ${title}`, '', '| code | HTTP | sentence |', '| --- | --- | --- |', ...rows].join('\n')
  })
  const page = [INTRODUCTION, ...parts].join('\n\n')
  return format(page, { ...(await resolveConfig(errorCodesPage)), parser: 'markdown' })
}

if (import.meta.main) await writeFile(errorCodesPage, await renderErrorCodes())
