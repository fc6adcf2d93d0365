import type { MetadataRoute } from 'next'

/** The landing page and the wizard are for everybody; workspaces, consoles and status pages are nobody else's business. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/signup$', '/_next/static/', '/icon'], disallow: '/' } }
}
