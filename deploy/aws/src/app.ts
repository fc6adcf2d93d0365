import { App } from 'aws-cdk-lib'
import { createBerthStack } from './berth-stack.ts'
import { readSettings } from './settings.ts'

const app = new App()
createBerthStack(
  app,
  readSettings((name): unknown => app.node.tryGetContext(name)),
)
app.synth()
