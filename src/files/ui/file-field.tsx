'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Upload } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import { useField, type FieldProps } from '#src/ui/form/use-field.ts'
import { extensionsOf } from '../media-types.ts'
import type { FileRules } from '../refusals.ts'
import { storedFile } from '../stored-file.ts'
import { ChosenFile } from './chosen-file.tsx'
import { SendingFile } from './sending-file.tsx'
import { useUpload } from './use-upload.ts'

interface FileFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** where files are posted to */
  url: string
  rules: FileRules
}

const DropZone = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    minH: '16',
    px: '4',
    py: '3',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderStyle: 'dashed',
    borderColor: 'border.control',
    borderRadius: 'control',
    '&[data-over]': { borderColor: 'accent', bg: 'bg.subtle' },
    '&[data-invalid]': { borderColor: 'border.error' },
  },
})

/** What a form holds while a file is on its way: no id yet, so the form cannot be sent. */
const ON_ITS_WAY = { uploading: true }

/** A file, chosen or dropped, that is uploaded at once; the form holds what the server answered. */
export function FileField<TValues extends FieldValues, TTransformed = TValues>(
  props: FileFieldProps<TValues, TTransformed>,
) {
  const { url, rules } = props
  const { field, value, frame, input } = useField(props)
  // A button is neither required nor read: its label and the sentence below it say the same.
  const { readOnly, 'aria-required': isRequired, 'aria-invalid': isInvalid, ...button } = input
  const { sending, problem, send, stop } = useUpload({ url, rules })
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const chosen = storedFile.safeParse(value).data
  const message = problem ?? (sending ? undefined : frame.message)
  const errorId = message ? `${frame.controlId}-error` : undefined

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    const before = chosen ?? ''
    field.onChange(ON_ITS_WAY)
    field.onChange((await send(file)) ?? before)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <FieldFrame {...frame} message={message} errorId={errorId}>
      <DropZone
        data-over={isOver || undefined}
        data-invalid={message ? true : undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <SendingFile {...sending} onStop={stop} />
        ) : (
          <>
            {chosen && (
              <ChosenFile
                file={chosen}
                onRemove={() => {
                  field.onChange('')
                  announce(`${chosen.name} removed`)
                }}
              />
            )}
            <Button
              {...button}
              type="button"
              variant="outline"
              size="sm"
              aria-labelledby={`${frame.labelId} ${frame.controlId}-text`}
              aria-describedby={[errorId, frame.hintId].filter(Boolean).join(' ') || undefined}
              onClick={() => picker.current?.click()}
            >
              <Upload />
              <span id={`${frame.controlId}-text`}>{chosen ? 'Replace' : 'Choose a file'}</span>
            </Button>
            {!chosen && (
              <chakra.span color="fg.muted" textStyle="sm" hideBelow="sm">
                or drop it here
              </chakra.span>
            )}
          </>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          accept={rules.accept
            .flatMap((type) => [type, ...extensionsOf(type).map((end) => `.${end}`)])
            .join()}
          onChange={({ target }) => {
            void take(target.files?.[0])
            // The same file can be chosen again after a failure.
            target.value = ''
          }}
        />
      </DropZone>
    </FieldFrame>
  )
}
