const labelsOfForms = new WeakMap<object, Map<string, string>>()

/** Remembers how the field at `path` is labelled in the form of this `control`, for the error summary. */
export function rememberFieldLabel(control: object, path: string, label: string): void {
  const labels = labelsOfForms.get(control) ?? new Map<string, string>()
  labels.set(path, label)
  labelsOfForms.set(control, labels)
}

/** The label of the field at `path`, if that field is or was on screen. */
export function getFieldLabel(control: object, path: string): string | undefined {
  return labelsOfForms.get(control)?.get(path)
}
