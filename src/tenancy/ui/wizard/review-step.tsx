'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext } from 'react-hook-form'
import type { Answers } from './answers.ts'
import type { StepId } from './wizard-steps.ts'
import { CreateFailure } from './create-failure.tsx'
import { describeAnswers } from './describe-answers.ts'
import type { Wizard } from './use-wizard.ts'

const Group = chakra('section', {
  base: { py: '4', borderTopWidth: '1px', _first: { borderTopWidth: '0', pt: '0' } },
})
const Rows = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', sm: '9rem minmax(0, 1fr)' },
    columnGap: '4',
    rowGap: { base: '0', sm: '1.5' },
    '& dt': { color: 'fg.muted', mt: { base: '2', sm: '0' } },
    '& dd': { overflowWrap: 'anywhere' },
  },
})
const Edit = chakra('button', {
  base: {
    minH: { base: '11', sm: '8' },
    px: '2',
    me: '-2',
    color: 'accent.fg',
    fontWeight: 'medium',
    borderRadius: 'sm',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline', textUnderlineOffset: '3px' },
  },
})

/** Last screen: every answer on one page, each group a click away from being changed. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const { getValues } = useFormContext<Answers>()
  const { options, goTo, failure } = wizard
  return (
    <>
      {failure && <CreateFailure failure={failure} />}
      <div>
        {describeAnswers(getValues(), options).map((group) => (
          <Group key={group.step} aria-labelledby={`review-${group.step}`}>
            <chakra.div display="flex" alignItems="center" justifyContent="space-between" mb="1">
              <chakra.h2 id={`review-${group.step}`} fontWeight="semibold">
                {group.title}
              </chakra.h2>
              <EditLink step={group.step} title={group.title} onGoTo={goTo} />
            </chakra.div>
            <Rows>
              {group.rows.map((row) => (
                <chakra.div key={row.name} display="contents">
                  <dt>{row.name}</dt>
                  <dd>
                    <bdi>{row.value}</bdi>
                    {row.missing && <chakra.span color="fg.error">{row.missing}</chakra.span>}
                  </dd>
                </chakra.div>
              ))}
            </Rows>
          </Group>
        ))}
      </div>
    </>
  )
}

function EditLink({ step, title, onGoTo }: { step: StepId; title: string; onGoTo: (step: StepId) => void }) {
  return (
    <Edit type="button" onClick={() => onGoTo(step)}>
      Edit<chakra.span srOnly> {title.toLowerCase()}</chakra.span>
    </Edit>
  )
}
