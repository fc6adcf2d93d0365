import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest of all. */
const LONG = /leak-lab\/|\/api-fuzz\.|\/crash/

/**
 * Long files first: one that is started last is waited for while the other processes have nothing to do. Vitest itself
 * goes by the size of files where it has not seen them run before, and the leak lab's are small.
 */
export default class LongFirstSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    // Files of one project stay together: they share their processes.
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))]
    })
  }
}
