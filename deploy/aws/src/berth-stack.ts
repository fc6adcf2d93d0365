import { Stack, Tags, type App } from 'aws-cdk-lib'
import { addAlarms } from './alarms.ts'
import { addBalancer } from './balancer.ts'
import { addCache } from './cache.ts'
import { addDatabase } from './database.ts'
import { addFiles } from './files.ts'
import { addNetwork } from './network.ts'
import { addQueueNumbers } from './queue-numbers.ts'
import { addSecrets } from './secrets.ts'
import { addServices } from './services.ts'
import type { Settings } from './settings.ts'

/** All of an installation, in one stack: what holds data is kept when it is taken away. */
export function createBerthStack(app: App, settings: Settings): Stack {
  const stack = new Stack(app, 'Berth', {
    description: `Berth at ${settings.domain}`,
    terminationProtection: settings.isProtected,
  })
  Tags.of(stack).add('application', 'berth')
  const network = addNetwork(stack, settings)
  const secrets = addSecrets(stack, settings)
  const database = addDatabase(stack, { network, settings })
  const cache = settings.hasCache ? addCache(stack, { network, settings }) : null
  const files = addFiles(stack, settings)
  const services = addServices(stack, { network, secrets, database, cache, files, settings })
  const balancer = addBalancer(stack, { network, web: services.web, settings })
  const numbers = addQueueNumbers(stack, { secrets, settings })
  // Web before workers: the first new web process brings the control plane up to date.
  services.worker.node.addDependency(services.web)
  addAlarms(stack, { balancer, cache, database, numbers, services, settings })
  return stack
}
