'use client'

import { useFormContext, type FieldValues, type UseFormReturn } from 'react-hook-form'

/** The form of the `FormProvider` above, or undefined without one (which react-hook-form's type leaves out). */
export function useOptionalForm<TValues extends FieldValues, TContext = unknown, TTransformed = TValues>():
  UseFormReturn<TValues, TContext, TTransformed> | undefined {
  return useFormContext<TValues, TContext, TTransformed>()
}
