/** What runs before a commit, on staged files; types are checked as a whole because one file can break another. */
export default {
  '*.{ts,tsx,mjs}': 'eslint --max-warnings 0 --no-warn-ignored',
  '*.{ts,tsx}': () => 'tsc --noEmit',
  '*': 'prettier --check --ignore-unknown',
}
