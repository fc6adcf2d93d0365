'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo } from 'react'
import type { Resolver } from 'react-hook-form'
import type { Resource } from '../define-resource.ts'
import { createSchema } from '../record-schemas.ts'
import { errorsAtInputs } from './form-errors.ts'
import type { FormValues } from './form-values.ts'

/** Checks a form with the schema the server uses, and puts each error where its input is. */
export function useRecordResolver(resource: Resource): Resolver<FormValues, unknown, FormValues> {
  return useMemo(() => {
    const check = zodResolver(createSchema(resource)) as Resolver<FormValues, unknown, FormValues>
    return async (values, context, options) => {
      const result = await check(values, context, options)
      const errors = errorsAtInputs(resource, result.errors)
      return Object.keys(errors).length === 0 ? result : { values: {}, errors }
    }
  }, [resource])
}
