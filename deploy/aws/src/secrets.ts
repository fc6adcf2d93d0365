import { Fn, RemovalPolicy, SecretValue, type Stack } from 'aws-cdk-lib'
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Settings } from './settings.ts'

export type Secrets = {
  auth: ISecret
  encryptionKeys: ISecret
  metricsToken: ISecret
  adminPassword: ISecret
  mail: ISecret | null
}

/** What Berth keeps secret. All but the mail server's is made here and seen by nobody. */
export function addSecrets(stack: Stack, { mailSecretArn, isProtected }: Settings): Secrets {
  const removalPolicy = isProtected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
  // 43 letters and digits with a sign at the end are 32 bytes in base64.
  const key = addGenerated(stack, 'EncryptionKey', { length: 43, removalPolicy })
  return {
    auth: addGenerated(stack, 'AuthSecret', { length: 64, removalPolicy }),
    encryptionKeys: addComposed(stack, 'EncryptionKeys', ['first:', key.secretValue.unsafeUnwrap(), '=']),
    metricsToken: addGenerated(stack, 'MetricsToken', { length: 48 }),
    adminPassword: addGenerated(stack, 'AdminPassword', { length: 24 }),
    mail: mailSecretArn === null ? null : Secret.fromSecretCompleteArn(stack, 'Mail', mailSecretArn),
  }
}

/** Letters and digits alone, so that it stands in an address as it is. */
export function addGenerated(
  stack: Stack,
  id: string,
  { length, removalPolicy = RemovalPolicy.DESTROY }: { length: number; removalPolicy?: RemovalPolicy },
): Secret {
  return new Secret(stack, id, {
    removalPolicy,
    generateSecretString: { passwordLength: length, excludePunctuation: true, requireEachIncludedType: true },
  })
}

/** A secret put together from others while it is deployed; the template has the places alone, not what is there. */
export function addComposed(stack: Stack, id: string, parts: string[]): Secret {
  return new Secret(stack, id, { secretStringValue: SecretValue.unsafePlainText(Fn.join('', parts)) })
}
