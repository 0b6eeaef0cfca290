# syntax=docker/dockerfile:1
# Crux in one image: pages, HTTP API and rooms on one port. docs/deploy.md says how to run it.

FROM node:24.21.0-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1
WORKDIR /crux
RUN npm install --global pnpm@12.21.0

FROM base AS build
COPY . .
RUN pnpm install --frozen-lockfile \
  && node_modules/.bin/turbo run build --filter=@crux/web --output-logs=errors-only \
  && rm -rf apps/web/.next/cache

FROM base
COPY . .
RUN pnpm install --prod --frozen-lockfile --filter "@crux/web..." && npm cache clean --force
COPY --from=build /crux/apps/web/.next apps/web/.next
RUN mkdir /data && chown node:node /data apps/web/.next
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CRUX_DATA=/data CRUX_LOG=json
VOLUME /data
EXPOSE 3000
USER node
WORKDIR /crux/apps/web
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server/main.ts"]
