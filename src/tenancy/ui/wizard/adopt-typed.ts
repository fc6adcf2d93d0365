import type { FieldPath, UseFormReturn } from 'react-hook-form'
import type { Answers } from './answers.ts'

const PATH = /(?:business|owner|preferences)\.[\w.]+$|^subdomain$/

/**
 * What was typed or chosen in the server's HTML before the script arrived. React does not see it and would put
 * its own empty values back at the next render.
 */
export function readTyped(): [path: FieldPath<Answers>, value: string][] {
  const inputs = document.querySelectorAll<HTMLInputElement>('form[aria-labelledby=step-heading] input[name]')
  return [...inputs]
    .filter((input) =>
      input.type === 'radio' ? input.checked : input.type !== 'checkbox' && input.value !== '',
    )
    .flatMap((input) => {
      const path = PATH.exec(input.name)?.[0]
      return path ? [[path as FieldPath<Answers>, input.value] as [FieldPath<Answers>, string]] : []
    })
}

/** Puts it into the form. */
export function adoptTyped(form: UseFormReturn<Answers>, typed: ReturnType<typeof readTyped>): void {
  for (const [path, value] of typed) form.setValue(path, value)
}
