// Once a minute: what the web processes tell on /metrics becomes numbers of CloudWatch, through a line in the log.
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { embedNumbers, summarize } from './numbers.mjs'

const { METRICS_URL, TOKEN_SECRET } = process.env
const secrets = new SecretsManagerClient()

export async function handler() {
  const { SecretString: token } = await secrets.send(new GetSecretValueCommand({ SecretId: TOKEN_SECRET }))
  const answer = await fetch(METRICS_URL, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(20_000),
  })
  if (!answer.ok) throw new Error(`${METRICS_URL} answered ${answer.status}.`)
  const line = embedNumbers(summarize(await answer.text()), Date.now())
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
