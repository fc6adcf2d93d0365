import { STATUS_CODES } from './status-codes.ts'
import { CodeBlock } from './code-block.tsx'

interface AnswerViewProps {
  status: number
  /** the part of the answer worth looking at */
  body?: object
}

/** What a call answers, cut down to what matters here. */
export function AnswerView({ status, body }: AnswerViewProps) {
  const label = `Answers ${status} ${STATUS_CODES[status] ?? ''}`
  return body ? <CodeBlock code={shortJson(body)} label={label} /> : <CodeBlock code="{ … }" label={label} />
}

/** An ellipsis at the end says that there is more. */
function shortJson(body: object): string {
  return JSON.stringify(body, null, 2).replace(/\n\}$/, ',\n  …\n}')
}
