# One image for every service; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress
COPY nest-cli.json tsconfig.json webpack.config.cjs ./
COPY scripts ./scripts
COPY libs ./libs
COPY tools ./tools
COPY apps ./apps
RUN node scripts/ensure-built.mjs

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress --omit=dev

FROM node:24-bookworm-slim AS app
WORKDIR /app
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
# What is mounted there belongs to whoever owned the place before.
RUN install -d -o node -g node /keys /ledger /secrets /product \
    /secrets/sales-brain /secrets/mail-gateway /secrets/tg-gateway /secrets/cli
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist/apps ./dist/apps
COPY package.json LICENSE ./
COPY deploy ./deploy
USER node
CMD ["node", "dist/apps/sales-brain/main.js"]

# With the mail server to try the agent with, which is no part of an installation.
FROM app AS dev
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/tools/mailbox ./dist/tools/mailbox
CMD ["node", "dist/tools/mailbox/main.js", "serve"]
