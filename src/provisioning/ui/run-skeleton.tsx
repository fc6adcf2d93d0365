'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { titledSteps } from '../step-titles.ts'
import { BerthDrawing } from './berth-drawing.tsx'
import { ProgressStage } from './progress-stage.tsx'
import { StepLine } from './step-line.tsx'

/** What the server sends: the page's shape with every step still to come. */
export function RunSkeleton() {
  const steps = titledSteps.map((name) => ({ name, state: 'pending' as const }))
  return (
    <chakra.div display="grid" gap="6">
      <BerthDrawing progress={0} bollards={steps.length} lit={0} initials="" />
      <ProgressStage run={undefined} phase="waiting" />
      <StepLine steps={steps} run={undefined} phase={undefined} />
    </chakra.div>
  )
}
