'use client'

import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import type { Module } from '../../define-module.ts'

interface SwitchOffDialogProps {
  module: Module
  open: boolean
  onClose: () => void
  onConfirm: () => Promise<void>
}

/** Says what disappears when a module is switched off, and that nothing is lost. */
export function SwitchOffDialog({ module, open, onClose, onConfirm }: SwitchOffDialogProps) {
  const names = module.resources.map(({ title }) => title)
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={async () => {
        await onConfirm()
        onClose()
      }}
      title={`Switch “${module.title}” off?`}
      confirmLabel="Switch off"
    >
      {listInWords(names)} disappear for everybody at once, and programs are refused. All records are kept:
      switch it on again, and everything is there as it was.
    </ConfirmDialog>
  )
}

function listInWords(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names)
}
