'use client'

import { Heading } from '@chakra-ui/react/heading'
import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState, type ReactNode } from 'react'
import { FormProvider, useForm, type Resolver } from 'react-hook-form'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { RESET_PASSWORD_PATH } from '../paths.ts'
import { emailProblem, passwordProblem } from '../sign-in-problems.ts'
import { postCredentials } from './next-auth-client.ts'
import { signInSentence } from './sign-in-sentences.ts'

export interface SignInFormProps {
  /** Where one signs in: the name of the workspace or of the console. */
  name: string
  /** Below the heading: for whom this page is, or the way to another one. */
  hint?: ReactNode
  /** Path to go to afterwards; any other host is refused by the server. */
  next?: string | undefined
  /** Code of an earlier try, from the `error` parameter of the address. */
  error?: string | undefined
}

type Values = { email: string; password: string }

const Frame = chakra('div', { base: { display: 'grid', gap: '6', w: '100%', maxW: 'form' } })
const Form = chakra('form', { base: { display: 'grid', gap: '5' } })
const ForgotLink = chakra('a', {
  base: {
    justifySelf: 'start',
    color: 'accent.fg',
    textStyle: 'sm',
    textUnderlineOffset: '3px',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})

/** E-mail and password on the host of this page. What was typed stays when it does not work. */
export function SignInForm({ name, hint, next = '/', error }: SignInFormProps) {
  const [leaving, setLeaving] = useState(false)
  const form = useForm<Values>({ resolver, defaultValues: { email: '', password: '' } })
  const { setError } = form
  useEffect(() => {
    if (error) setError('root.server', { type: error, message: signInSentence(error) })
  }, [error, setError])
  const refused = form.formState.errors.root !== undefined

  async function signIn({ email, password }: Values): Promise<void> {
    const outcome = await postCredentials('password', { email: email.trim(), password, callbackUrl: next })
    if (outcome.ok) {
      setLeaving(true)
      window.location.assign(outcome.url)
      return
    }
    setError('root.server', { type: outcome.code, message: signInSentence(outcome.code) })
    form.setFocus(fieldOf(outcome.code), { shouldSelect: true })
  }

  return (
    <Frame>
      <chakra.div display="grid" gap="2">
        <Heading as="h1" textStyle="2xl">
          Sign in to {name}
        </Heading>
        {hint && <chakra.div color="fg.muted">{hint}</chakra.div>}
      </chakra.div>
      <FormProvider {...form}>
        {/* Sent before the scripts have loaded, the form must still not put the password into the address. */}
        <Form
          noValidate
          method="post"
          action="/api/auth/callback/password"
          onSubmit={(event) => void form.handleSubmit(signIn)(event)}
        >
          <FormErrorSummary show {...(refused ? { title: 'You are not signed in' } : {})} />
          <TextField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <PasswordField name="password" label="Password" autoComplete="current-password" required />
          <ForgotLink href={RESET_PASSWORD_PATH}>Forgot your password?</ForgotLink>
          <SubmitBar label="Sign in" busyLabel="Signing in" busy={form.formState.isSubmitting || leaving} />
        </Form>
      </FormProvider>
    </Frame>
  )
}

/** A wrong pair is most often a wrong password; everything else is not in the fields. */
function fieldOf(code: ErrorCode): keyof Values {
  return code === 'INVALID_CREDENTIALS' ? 'password' : 'email'
}

const resolver: Resolver<Values> = (values) => {
  const problems = { email: emailProblem(values.email), password: passwordProblem(values.password) }
  const errors = Object.fromEntries(
    Object.entries(problems).flatMap(([field, message]) =>
      message ? [[field, { type: 'custom', message }]] : [],
    ),
  )
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
}
