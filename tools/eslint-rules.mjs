import { relative, sep } from 'node:path'

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/
// The folder shapes the Next router prescribes: [runId], [[...path]], (group), @slot, _private.
const FOLDER = /^(\.?[a-z0-9]+(-[a-z0-9]+)*|\[{1,2}(\.{3})?[a-zA-Z]+\]{1,2}|\([a-z0-9-]+\)|[@_][a-z0-9-]+)$/
const SQL =
  /^\s*(select|insert|update|delete|with|begin|commit|rollback|set|create|alter|drop|truncate|grant|revoke|listen|notify)\s/i
const RAW_PRISMA = new Set([
  '$queryRaw',
  '$queryRawUnsafe',
  '$executeRaw',
  '$executeRawUnsafe',
  '$queryRawTyped',
])
const EXTENSION = /\.(ts|tsx|mjs|cjs|json|css|svg)$/

/** @type {import('eslint').Rule.RuleModule} */
const kebabCasePath = {
  meta: {
    type: 'problem',
    docs: { description: 'file and folder names are kebab-case' },
    messages: { name: '"{{name}}" is not kebab-case.' },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const parts = relative(context.cwd, context.filename).split(sep)
        const file = parts.pop() ?? ''
        const bad = parts.find((part) => !FOLDER.test(part)) ?? (KEBAB.test(file) ? undefined : file)
        if (bad !== undefined) context.report({ node, messageId: 'name', data: { name: bad } })
      },
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const noBarrel = {
  meta: {
    type: 'problem',
    docs: { description: 'a file that only re-exports hides where things are defined' },
    messages: { barrel: 'This file only re-exports. Import from the file that defines the name.' },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const exports = node.body.filter((statement) => statement.type !== 'ImportDeclaration')
        const passesOn = (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.declaration === null)
        // `export {}` alone marks a file as a module and passes nothing on.
        const passed = exports.filter((s) => s.type === 'ExportAllDeclaration' || s.specifiers?.length > 0)
        if (passed.length > 0 && exports.every(passesOn)) context.report({ node, messageId: 'barrel' })
      },
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const explicitExtension = {
  meta: {
    type: 'problem',
    docs: { description: 'Node runs the TypeScript as it is, so an import names the file that exists' },
    messages: {
      extension: 'Write the file extension: Node loads "{{path}}" as it stands here (.ts, .tsx, ...).',
    },
    schema: [],
  },
  create(context) {
    function check(source) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const path = source.value
      if (!/^(\.{1,2}(\/|$)|#src\/)/.test(path) || EXTENSION.test(path)) return
      context.report({ node: source, messageId: 'extension', data: { path } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const noRawSql = {
  meta: {
    type: 'problem',
    docs: { description: 'SQL lives in the data layer' },
    messages: {
      sql: 'SQL belongs to src/db, a *.repository.ts, src/provisioning/server or a migration. Call a function from there.',
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices

    /** Whether `query` here is the one of a PostgreSQL client, and not, say, of a tRPC procedure. */
    function isDatabaseQuery(callee) {
      if (!services?.program) return false
      const declarations = services.getSymbolAtLocation(callee.property)?.declarations ?? []
      return declarations.some((declaration) =>
        /\/node_modules\/@types\/pg\/|\/src\/db\//.test(declaration.getSourceFile().fileName),
      )
    }
    function startsLikeSql(argument) {
      if (argument?.type === 'Literal') return typeof argument.value === 'string' && SQL.test(argument.value)
      return argument?.type === 'TemplateLiteral' && SQL.test(argument.quasis[0]?.value.raw ?? '')
    }
    return {
      MemberExpression(node) {
        if (node.property.type === 'Identifier' && RAW_PRISMA.has(node.property.name)) {
          context.report({ node: node.property, messageId: 'sql' })
        }
      },
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        if (callee.property.name !== 'query') return
        if (startsLikeSql(node.arguments[0]) || isDatabaseQuery(callee)) {
          context.report({ node: callee.property, messageId: 'sql' })
        }
      },
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const explainDisable = {
  meta: {
    type: 'problem',
    docs: { description: 'a switched-off rule carries its reason' },
    messages: { reason: 'Say why: `eslint-disable-next-line rule -- reason`.' },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value) || /\s--\s+\S/.test(comment.value)) continue
          context.report({ loc: comment.loc, messageId: 'reason' })
        }
      },
    }
  },
}

/** Rules of this project that no published plugin offers. */
export default {
  rules: {
    'kebab-case-path': kebabCasePath,
    'no-barrel': noBarrel,
    'explicit-extension': explicitExtension,
    'no-raw-sql': noRawSql,
    'explain-disable': explainDisable,
  },
}
