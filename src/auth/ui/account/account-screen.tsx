'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Panel } from '#src/ui/layout/panel.tsx'
import { EmailForm } from './email-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'

interface AccountScreenProps {
  person: { fullName: string; email: string }
}

/** What people may change about themselves. */
export function AccountScreen({ person }: AccountScreenProps) {
  return (
    <chakra.div display="grid" gap="6">
      <Panel title="Your name" description="Colleagues see it beside what you do.">
        <ProfileForm fullName={person.fullName} />
      </Panel>
      <Panel title="E-mail" description="The address you sign in with and get mail at.">
        <EmailForm email={person.email} />
      </Panel>
      <Panel title="Password" description="Changing it signs you out everywhere else.">
        <PasswordForm />
      </Panel>
    </chakra.div>
  )
}
