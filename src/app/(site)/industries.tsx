import { ArrowRight } from 'lucide-react'
import NextLink from 'next/link'
import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import { IndustryIcon } from '#src/tenancy/ui/wizard/industry-icon.tsx'
import styles from './landing.module.css'

const serving = (modules as readonly Module[]).flatMap(({ industry, title, description }) =>
  industry === null ? [] : [{ industry, title, description }],
)

/** What a workspace can be made for: one industry per module that serves one. */
export function Industries() {
  return (
    <section id="industries" className={styles.section} aria-labelledby="industries-heading">
      <h2 id="industries-heading" className={styles.heading}>
        It opens with your trade already in it
      </h2>
      <ul className={styles.industries}>
        {serving.map(({ industry, title, description }) => (
          <li key={industry}>
            <NextLink href={`/signup?industry=${industry}`} className={styles.industry} prefetch={false}>
              <IndustryIcon industry={industry} size={24} />
              <h3>{title}</h3>
              <p>{description}</p>
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
