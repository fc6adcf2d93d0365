'use client'

import { Settings, UsersRound } from 'lucide-react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { PersonMenu } from '#src/auth/ui/person-menu.tsx'
import { MenuLink, MenuSeparator } from '#src/ui/overlay/menu-entry.tsx'
import { roleTexts } from '../role-texts.ts'
import { useWorkspace } from './workspace-context.tsx'

/** The menu of whoever is signed in to a workspace. */
export function WorkspacePersonMenu() {
  const { person } = useWorkspace()
  const may = useMay()
  return (
    <PersonMenu person={person} roleTitle={roleTexts[person.role].title}>
      {may('members:list') && (
        <MenuLink href="/team" icon={<UsersRound />}>
          Team
        </MenuLink>
      )}
      <MenuLink href="/settings" icon={<Settings />}>
        Settings
      </MenuLink>
      <MenuSeparator />
    </PersonMenu>
  )
}
