import { modules } from '#src/modules/registry.ts'
import type { SignUpCatalog } from '#src/tenancy/server/sign-up.service.ts'

/** What a sign-up may choose from: the modules that are installed and their starter records. */
export const signUpCatalog: SignUpCatalog = {
  moduleOf: (industry) => {
    const serving = modules.find((candidate) => candidate.industry === industry)
    if (!serving) throw new Error(`No module serves the industry ${industry}.`)
    return serving.id
  },
  moduleIds: modules.map(({ id }) => id),
  serviceKeys: (chosen) =>
    modules.filter(({ id }) => chosen.includes(id)).flatMap(({ starters }) => starters.map(({ key }) => key)),
}
