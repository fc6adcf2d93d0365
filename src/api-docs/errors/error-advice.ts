/** What to do about an error, and how anybody can see it for themselves. */
export type ErrorAdvice = { remedy: string } & (Provoked | { reason: string })

/** `reason`: why no caller can bring this one about. */
export type Provoked = {
  /** a call that ends with the error; reads the variables of the guide, and `ADMIN`, the token of a platform admin */
  command: string
  /** for what is true only while the workspace of the guide is still being built */
  when?: 'while it is being built'
}
