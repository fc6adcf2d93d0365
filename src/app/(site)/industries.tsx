import { ArrowRight } from 'lucide-react'
import NextLink from 'next/link'
import { modules } from '#src/modules/registry.ts'
import { IndustryIcon } from '#src/tenancy/ui/wizard/industry-icon.tsx'
import styles from './landing.module.css'

/** What a workspace can be made for: one industry per module. */
export function Industries() {
  return (
    <section id="industries" className={styles.section} aria-labelledby="industries-heading">
      <h2 id="industries-heading" className={styles.heading}>
        It opens with your trade already in it
      </h2>
      <ul className={styles.industries}>
        {modules.map((module) => (
          <li key={module.id}>
            <NextLink
              href={`/signup?industry=${module.industry}`}
              className={styles.industry}
              prefetch={false}
            >
              <IndustryIcon industry={module.industry} size={24} />
              <h3>{module.title}</h3>
              <p>{module.description}</p>
              <span className={styles.go}>
                Start here <ArrowRight size={16} aria-hidden />
              </span>
            </NextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
