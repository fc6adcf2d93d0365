// Nothing is sent to anybody by building or running this.
process.env.NEXT_TELEMETRY_DISABLED = '1'

const WORKSPACE = [{ type: 'header', key: 'x-berth-plane', value: 'workspace' }]
// Paths that are the same on every host: build output and the files of the app folder's root.
const SHARED_PATHS = '(?!_next/|icon|apple-icon|favicon|robots\\.txt|workspace-(?:not-found|suspended)$)'

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The types of the whole tree are checked by `tsc`; a fresh machine need not wait for them twice.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // `next dev` would otherwise write files of its own into the tree.
  agentRules: false,
  allowedDevOrigins: ['**.localhost'],
  rewrites: async () => ({
    // A workspace's pages have plain paths on its own host; the server says which plane a request belongs to.
    // These rules are applied one after the other, each to what the one before it made: the root comes last, or
    // its pages would be moved twice.
    beforeFiles: [
      { source: `/:path(${SHARED_PATHS}.+)`, has: WORKSPACE, destination: '/workspace/:path' },
      { source: '/', has: WORKSPACE, destination: '/workspace' },
    ],
    afterFiles: [],
    fallback: [],
  }),
}
