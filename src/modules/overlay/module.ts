import { defineModule } from '#src/resources/define-module.ts'
import { goals } from './resources/goals.ts'
import { tips } from './resources/tips.ts'
import { viewers } from './resources/viewers.ts'

export const overlay = defineModule({
  id: 'overlay',
  industry: 'overlay',
  title: 'Stream overlay',
  description: 'For streamers: viewers, goals and tips on screen.',
  icon: 'tv',
  resources: [viewers, goals, tips],
})
