'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert } from 'lucide-react'
import {
  useFormContext,
  useFormState,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form'
import { getFieldLabel } from './field-labels.ts'
import { listFormErrors } from './list-form-errors.ts'

interface FormErrorSummaryProps<TValues extends FieldValues, TContext, TTransformed> {
  /** May be left out below a `FormProvider`. */
  form?: UseFormReturn<TValues, TContext, TTransformed>
  /** Shows the summary without a submit, for steps that validate by `trigger`. Default: after the first submit. */
  show?: boolean
  title?: string
}

const Box = chakra('div', {
  base: {
    display: 'flex',
    gap: '3',
    p: '4',
    bg: 'bg.error',
    color: 'fg',
    borderWidth: '1px',
    borderColor: 'red.border',
    borderRadius: 'panel',
  },
})
const ErrorLink = chakra('a', {
  base: {
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

/** Lists what is wrong, each line leading to its field. react-hook-form itself moves focus to the first one. */
export function FormErrorSummary<TValues extends FieldValues, TContext = unknown, TTransformed = TValues>(
  props: FormErrorSummaryProps<TValues, TContext, TTransformed>,
) {
  const context = useFormContext<TValues, TContext, TTransformed>()
  const form = props.form ?? context
  const { errors, submitCount } = useFormState({ control: form.control })
  const found = listFormErrors(errors)
  if (found.length === 0 || !(props.show ?? submitCount > 0)) return null
  const title =
    props.title ??
    (found.length === 1 ? 'One thing needs another look' : `${found.length} things need another look`)
  return (
    <Box role="alert">
      <chakra.span color="fg.error" pt="0.5">
        <CircleAlert size={18} aria-hidden />
      </chakra.span>
      <div>
        <chakra.p fontWeight="semibold">{title}</chakra.p>
        <chakra.ul mt="1" display="grid" gap="0.5">
          {found.map(({ path, message }) => {
            const label = getFieldLabel(form.control, path)
            if (!label) return <li key={path + message}>{message}</li>
            return (
              <li key={path}>
                <ErrorLink
                  href={`#field-${path}`}
                  onClick={(event) => {
                    event.preventDefault()
                    form.setFocus(path as FieldPath<TValues>)
                  }}
                >
                  {label}
                </ErrorLink>
                {': '}
                {message}
              </li>
            )
          })}
        </chakra.ul>
      </div>
    </Box>
  )
}
