# The reference microservices, to try the gateway with. Build context: the repository.
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY examples/microservices/package.json examples/microservices/
RUN npm ci --omit=dev --ignore-scripts --workspace @iris/reference-microservices
COPY examples/microservices examples/microservices
COPY examples/documents examples/documents
ENV HOST=0.0.0.0
USER node
EXPOSE 8001 8002 8003 8004
STOPSIGNAL SIGTERM
CMD ["node", "examples/microservices/main.ts"]
