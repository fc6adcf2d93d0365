import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import type { Module } from './define-module.ts'

/**
 * What the sign-up wizard offers: one industry per module that serves one, all modules to add, and the starter records of each.
 * @param domain host with port that subdomains hang below
 */
export function signUpOptionsOf(modules: readonly Module[], domain: string): SignUpOptions {
  return {
    domain,
    industries: modules.flatMap(({ id, industry, title, description }) =>
      industry === null ? [] : [{ id: industry, title, description, module: id }],
    ),
    modules: modules.map(({ id, title, description }) => ({ id, title, description })),
    services: modules.flatMap(({ id, starters }) =>
      starters.map(({ key, title, detail, selected }) => ({ module: id, key, title, detail, selected })),
    ),
  }
}
