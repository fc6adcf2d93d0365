import packageJson from '../../package.json' with { type: 'json' }

/** The version of this code, as package.json names it. */
export const PRODUCT_VERSION = packageJson.version
