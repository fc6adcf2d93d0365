import { describe, expect, it } from 'vitest'
import { signInInput } from './sign-in.ts'

describe('signInInput', () => {
  it('tidies the e-mail address and leaves the password alone', () => {
    const typed = { email: ' Ada@Example.COM ', password: ' secret ' }
    expect(signInInput.parse(typed)).toEqual({ email: 'ada@example.com', password: ' secret ' })
  })

  it.each([
    [{ email: 'admin@berth.localhost', password: 'x' }, {}],
    [{}, { email: 'Enter your e-mail address.', password: 'Enter your password.' }],
    [
      { email: 7, password: null },
      { email: 'Enter your e-mail address.', password: 'Enter your password.' },
    ],
    [
      { email: '  ', password: '' },
      { email: 'Enter your e-mail address.', password: 'Enter your password.' },
    ],
    [{ email: 'ada', password: 'x' }, { email: 'Enter an e-mail address, such as you@example.com.' }],
    [{ email: 'a\0@b.c', password: 'x' }, { email: 'Enter an e-mail address, such as you@example.com.' }],
    [{ email: `${'a'.repeat(250)}@b.cd`, password: 'x' }, { email: 'At most 254 characters.' }],
    [{ email: 'a@b.c', password: 'x'.repeat(201) }, { password: 'At most 200 characters.' }],
  ])('%j: %j', (typed, problems) => {
    const { error } = signInInput.safeParse(typed)
    const found = Object.fromEntries(
      error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [],
    )
    expect(found).toEqual(problems)
  })

  it('takes nothing else', () => {
    expect(signInInput.safeParse({ email: 'a@b.c', password: 'x', role: 'owner' }).success).toBe(false)
  })
})
