/** Made by `npm run client:generate`. */

export interface paths {
    readonly "/.well-known/jwks.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The public keys that access tokens are signed with (RFC 7517); none for secrets */
        readonly get: operations["getPublicKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/audit-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who did what, the newest first */
        readonly get: operations["listAuditLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/cache/purge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Forget kept results, by owner, microservice and document */
        readonly post: operations["purgeCache"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What would become of a request: access, limits, uploads, microservices, cache, jobs */
        readonly get: operations["explainRequest"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The jobs of all users, the newest first */
        readonly get: operations["listAllJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/jobs/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Have a job done again that was given up for want of attempts */
        readonly post: operations["retryJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/log-level": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which lines are logged, module by module, on this replica */
        readonly get: operations["listLogLevels"];
        /** Log more or less on every replica, or go back to what is configured */
        readonly put: operations["setLogLevel"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/rate-limits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who has used half of a limit or more, of those who have called the replica that answers */
        readonly get: operations["listNearLimits"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/rate-limits/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is left of every limit that is counted for somebody */
        readonly get: operations["getSubjectLimits"];
        readonly put?: never;
        readonly post?: never;
        /** Forget what is used of them, on every replica */
        readonly delete: operations["resetSubjectLimits"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/services": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The microservices as this replica sees them, and the policy in front of each */
        readonly get: operations["listAdminServices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/services/{service}/breaker": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a microservice out of use on every replica, or have it called again */
        readonly post: operations["setBreaker"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/stats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Traffic, errors and latency of this replica, since its start and lately; jobs of all */
        readonly get: operations["getStats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/stats/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Traffic, errors, latency, cache and queue in each minute of the last hour */
        readonly get: operations["getTrafficHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The users, by address */
        readonly get: operations["listUsers"];
        readonly put?: never;
        /** Create a user */
        readonly post: operations["createUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One user */
        readonly get: operations["getUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users/{id}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Keep a user out, and end the sessions */
        readonly post: operations["disableUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users/{id}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let a user in again */
        readonly post: operations["enableUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users/{id}/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set another password, or have one made, and end the sessions */
        readonly post: operations["resetPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/admin/users/{id}/role": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Change a role, and end the sessions */
        readonly put: operations["changeRole"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your API keys, the newest first, those that have ended included */
        readonly get: operations["listApiKeys"];
        readonly put?: never;
        /** Make an API key, which is shown in this answer only */
        readonly post: operations["createApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/api-keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of your API keys */
        readonly get: operations["getApiKey"];
        readonly put?: never;
        readonly post?: never;
        /** Revoke an API key */
        readonly delete: operations["revokeApiKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/api-keys/{id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make the key that follows; the former one goes on working for a while */
        readonly post: operations["rotateApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Exchange e-mail address and password for a session
         * @description The access token goes into `Authorization: Bearer …` of other requests; the refresh token is good for one `POST /auth/refresh`.
         */
        readonly post: operations["login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End the session of the access token */
        readonly post: operations["logout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/logout-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End all the user's sessions */
        readonly post: operations["logoutAll"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The user that the access token belongs to */
        readonly get: operations["getCurrentUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Change one’s own password, which ends all other sessions */
        readonly post: operations["changePassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description Each refresh token is good once. The same one again within seconds gets the same successor; later it ends the session, because somebody has a copy.
         */
        readonly post: operations["refreshTokens"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Create an account of one’s own, where that is allowed */
        readonly post: operations["registerAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The user's live sessions, the newest first */
        readonly get: operations["listSessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End one of the user's sessions */
        readonly delete: operations["endSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/documents/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Forget everything that was kept of one of your documents, on every replica
         * @description What is under way for it is not kept either. It is no error when nothing was kept.
         */
        readonly delete: operations["forgetDocument"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/errors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All codes of problems
         * @description As a page where the client asks for `text/html`
         */
        readonly get: operations["listErrors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/errors/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a code means, and what to do
         * @description As a page where the client asks for `text/html`
         */
        readonly get: operations["getError"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How the gateway and its microservices are, for people and Docker */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process answers; depends on nothing */
        readonly get: operations["getLiveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This replica wants traffic: 503 while it starts, drains or cannot serve */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your jobs, the newest first */
        readonly get: operations["listJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/jobs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One of your jobs; with `wait`, as soon as it is finished
         * @description While it is not finished, `Retry-After` says when to ask again.
         */
        readonly get: operations["getJob"];
        readonly put?: never;
        readonly post?: never;
        /** Cancel a job, wherever it is under way; again is no error */
        readonly delete: operations["cancelJob"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/jobs/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What happens to a job, as server-sent events, until it is finished
         * @description From the beginning, or after `Last-Event-ID`, from any replica. `event` is the type, `data` one line of JSON with `state`, `progress` and `at`. A stream ends after an hour at the latest: go on with `Last-Event-ID`.
         */
        readonly get: operations["streamJobEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/jobs/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What has happened to a job: attempts, waits, phases, cache verdicts, breakers
         * @description The last 1000 entries.
         */
        readonly get: operations["getJobTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/jobs/batch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Many documents at once, as parts or in ZIPs; each one becomes a job
         * @description The parameters hold for all of them. A batch comes after the documents that somebody waits for.
         */
        readonly post: operations["submitBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/limits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every limit that applies to you, and what is left of it
         * @description Asking is free, also when a limit is used up. A call is admitted when all of its limits admit it.
         */
        readonly get: operations["listLimits"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase1/detect-corners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find the corners of the document in a photograph */
        readonly post: operations["detectCorners"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase1/process": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Straighten and even out an image */
        readonly post: operations["preprocessImage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase1/unwarp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cut the document out of a photograph and straighten it */
        readonly post: operations["unwarpImage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase2/cluster": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cluster embeddings */
        readonly post: operations["clusterEmbeddings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase2/embed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The embedding of an image, 768 numbers */
        readonly post: operations["embedImage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase3/classify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The class of a document */
        readonly post: operations["classifyDocument"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase3/train": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Train the classifier on labelled images */
        readonly post: operations["trainClassifier"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase5/ocr": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read the text of an image */
        readonly post: operations["readText"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/phase6/extract": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Extract fields from text */
        readonly post: operations["extractFields"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/process": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * One document through all the phases
         * @description Prepares the image, classifies the document, reads its text and extracts its fields. Phases whose results are kept are not done again. A document that takes longer than the client wants to wait becomes a job, and the work goes on.
         */
        readonly post: operations["processDocument"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{processing_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The result of a job: what `POST /process` would have answered
         * @description As often as wanted until the job’s `expires_at`; with `X-Retention: 0s`, until it was delivered.
         */
        readonly get: operations["getResult"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/services": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The microservices and their instances, as this replica sees them */
        readonly get: operations["listServices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/services/{service}/{path}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly get: operations["forwardGet"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly put: operations["forwardPut"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly post: operations["forwardPost"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly delete: operations["forwardDelete"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly options: operations["forwardOptions"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly head: operations["forwardHead"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly patch: operations["forwardPatch"];
        readonly trace?: never;
    };
    readonly "/webhooks/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Deliveries of your webhooks, the newest first */
        readonly get: operations["listWebhookDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One delivery, with every attempt */
        readonly get: operations["getWebhookDelivery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/deliveries/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Deliver once more, now, with the same `webhook-id`; the retries begin anew */
        readonly post: operations["replayWebhookDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/disabled": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your endpoints that have answered 410, to which nothing is sent any more */
        readonly get: operations["listDisabledWebhookEndpoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/disabled/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Enable an endpoint again */
        readonly delete: operations["enableWebhookEndpoint"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which secrets sign your webhooks, without the secrets */
        readonly get: operations["getWebhookSecret"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/secret/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a new signing secret, which is shown in this answer only; the former one stays valid for a while */
        readonly post: operations["rotateWebhookSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AdminJob: {
            /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly id: string;
            readonly processing_id: string;
            readonly batch_id: string | null;
            /** @enum {string} */
            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** @description The phase that began last. */
            readonly phase: string | null;
            /**
             * Format: int64
             * @description Percent.
             */
            readonly progress: number;
            /** @description How many jobs are ahead of it while it is queued. */
            readonly position: number | null;
            /** Format: int64 */
            readonly attempts: number;
            readonly file_name: string | null;
            readonly document_sha256: string;
            /** Format: int64 */
            readonly document_bytes: number;
            /** @description As asked for: `auto` lets the classifier decide. */
            readonly document_type: string;
            /** @description Of the last attempt that failed. */
            readonly error: components["schemas"]["JobError"] | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly started_at: string | null;
            readonly finished_at: string | null;
            /** @description When the result is gone. */
            readonly expires_at: string | null;
            readonly links: {
                readonly self: string;
                readonly events: string;
                readonly timeline: string;
                readonly result: string;
            };
            /** Format: uuid */
            readonly owner_id: string;
            /** @description It was given up for want of attempts, and may be retried. */
            readonly is_dead: boolean;
        };
        readonly AdminJobPage: {
            readonly items: readonly components["schemas"]["AdminJob"][];
            readonly next_cursor: string | null;
        };
        readonly AdminService: {
            /** @enum {string} */
            readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
            /** @enum {string} */
            readonly state: "healthy" | "unhealthy";
            /** @enum {string} */
            readonly breaker: "closed" | "open" | "half_open" | "isolated";
            /** Format: int64 */
            readonly in_flight: number;
            /**
             * Format: int64
             * @description Calls that wait for a place.
             */
            readonly queued: number;
            readonly instances: readonly components["schemas"]["ServiceInstance"][];
            /** @description Since when it is out of use, and which user has done that. */
            readonly isolation: {
                /** Format: date-time */
                readonly since: string;
                readonly by: string | null;
            } | null;
            /** @description Retries that would be allowed now; each request puts a fifth of one back. */
            readonly retry_budget: {
                /** Format: int64 */
                readonly left: number;
                /** Format: int64 */
                readonly of: number;
            };
            readonly policy: components["schemas"]["ServicePolicy"];
        };
        readonly AdminServices: {
            readonly services: readonly components["schemas"]["AdminService"][];
        };
        readonly ApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /**
             * @description The beginning of the key.
             * @example iris_live_3fK9xQ2b
             */
            readonly prefix: string;
            /** @description The end of the key. */
            readonly last_four: string;
            readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[];
            readonly rate_limit: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly expires_at: string | null;
            /** @description As of the last minute or so. */
            readonly last_used_at: string | null;
            readonly revoked_at: string | null;
            /** @description The key that it was rotated to. */
            readonly replaced_by: string | null;
        };
        readonly ApiKeyPage: {
            readonly items: readonly components["schemas"]["ApiKey"][];
            readonly next_cursor: string | null;
        };
        /** @default {} */
        readonly ApiKeyRotationRequest: {
            /**
             * Format: int64
             * @description How long the former key goes on working.
             * @default 86400
             */
            readonly overlap_seconds?: number;
        };
        readonly AuditEntry: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly action: "login.succeeded" | "login.failed" | "login.throttled" | "session.refreshed" | "session.refresh_reused" | "session.ended" | "session.all_ended" | "access.denied" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "user.registered" | "user.created" | "user.disabled" | "user.enabled" | "user.role_changed" | "user.password_changed" | "user.password_reset" | "document.forgotten" | "cache.purged" | "breaker.isolated" | "breaker.reset" | "rate_limit.reset" | "job.retried" | "log_level.changed" | "webhook_secret.rotated";
            readonly actor_id: string | null;
            readonly subject: string | null;
            readonly address: string | null;
            readonly request_id: string | null;
            readonly details: {
                readonly [key: string]: string | number | boolean | null;
            };
        };
        readonly AuditPage: {
            readonly items: readonly components["schemas"]["AuditEntry"][];
            readonly next_cursor: string | null;
        };
        readonly Batch: {
            /** @example batch_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly batch_id: string;
            readonly jobs: readonly components["schemas"]["Job"][];
            /** @description Documents that are not taken, and why; they do not spoil the others. */
            readonly refused: readonly {
                readonly file_name: string | null;
                readonly code: string;
                readonly detail: string;
            }[];
        };
        readonly BatchForm: {
            /**
             * @default auto
             * @enum {string}
             */
            readonly document_type?: "auto" | "cedula_identidad" | "ficha_residencia" | "pasaporte";
            /**
             * @description Of the text. Left out: the one of the class.
             * @example es
             */
            readonly language?: string;
            /** @default true */
            readonly apply_unwarping?: boolean;
            /** @default true */
            readonly enhance_quality?: boolean;
            /** @default 0.3 */
            readonly ocr_confidence?: number;
            /** @default false */
            readonly perform_clustering?: boolean;
            /**
             * Format: uri
             * @description Is told what has become of the job, by a signed webhook. A document with one always is a job.
             * @example https://hooks.example.com/iris
             */
            readonly callback_url?: string;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly config?: Record<string, never> | string;
            /** @description Documents, or ZIPs of documents */
            readonly file: readonly string[];
        };
        readonly BreakerRequest: {
            /**
             * @description `isolate` refuses every call until `reset`, which closes the breaker, whatever had opened it.
             * @enum {string}
             */
            readonly action: "isolate" | "reset";
        };
        readonly CachePurge: {
            /**
             * Format: int64
             * @description Entries that went from the memory of the replica that answers.
             */
            readonly memory: number;
            /** @description Entries that went from Redis; null where there is none. */
            readonly redis: number | null;
        };
        readonly CachePurgeRequest: {
            /**
             * Format: uuid
             * @description Results of the documents of this user.
             */
            readonly owner?: string;
            /**
             * @description Results of this microservice.
             * @enum {string}
             */
            readonly service?: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
            /** @description Results of the document with this SHA-256. */
            readonly document?: string;
        };
        readonly Classification: {
            /** @example cedula_identidad */
            readonly predicted_class: string;
            readonly confidence: number;
            /** @description By class. */
            readonly probabilities: {
                readonly [key: string]: number;
            };
        };
        readonly ClassificationReport: components["schemas"]["CompletedClassification"] | components["schemas"]["FailedPhase"] | components["schemas"]["SkippedPhase"];
        readonly ClassifyForm: {
            /** @default efficientnet_b0 */
            readonly model?: string;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly ClassifyRequest: {
            /** @default efficientnet_b0 */
            readonly model?: string;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly ClassifyResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /** @example cedula_identidad */
                readonly predicted_class: string;
                readonly confidence: number;
                /** @description By class. */
                readonly probabilities: {
                    readonly [key: string]: number;
                };
                readonly model: string;
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly ClusterRequest: {
            readonly embeddings: readonly (readonly number[])[];
            /**
             * Format: int64
             * @default 10
             */
            readonly max_k?: number;
        };
        readonly ClusterResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /** @description Of each embedding, in their order. */
                readonly cluster_ids: readonly number[];
                /**
                 * Format: int64
                 * @description How many clusters there are.
                 */
                readonly k: number;
                /** @description How well they are apart. */
                readonly silhouette: number;
                readonly centroids: readonly (readonly number[])[];
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly CompletedClassification: {
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: components["schemas"]["Classification"];
        };
        readonly CompletedEmbedding: {
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: components["schemas"]["Embedding"];
        };
        readonly CompletedExtraction: {
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: components["schemas"]["ExtractedFields"];
        };
        readonly CompletedPreparation: {
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: components["schemas"]["PreparedImage"];
        };
        readonly CompletedReading: {
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: components["schemas"]["DocumentText"];
        };
        readonly CornersForm: {
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly CornersRequest: {
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly CornersResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /**
                 * @description Of the document, clockwise from top left: `[x, y]` in pixels.
                 * @example [
                 *       [
                 *         12,
                 *         8
                 *       ],
                 *       [
                 *         803,
                 *         10
                 *       ],
                 *       [
                 *         801,
                 *         512
                 *       ],
                 *       [
                 *         14,
                 *         509
                 *       ]
                 *     ]
                 */
                readonly corners: readonly (readonly number[])[];
                readonly confidence: number;
                /** Format: int64 */
                readonly width: number;
                /** Format: int64 */
                readonly height: number;
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly CurrentUser: {
            /** Format: uuid */
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "user" | "operator" | "admin";
            /** Format: date-time */
            readonly created_at: string;
        };
        readonly DisabledWebhookEndpoint: {
            /** Format: uuid */
            readonly id: string;
            readonly url: string;
            /** Format: date-time */
            readonly disabled_at: string;
        };
        readonly DisabledWebhookEndpointPage: {
            readonly items: readonly components["schemas"]["DisabledWebhookEndpoint"][];
            readonly next_cursor: string | null;
        };
        readonly DocumentResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            readonly phases: {
                readonly phase_1: components["schemas"]["PreparationReport"];
                readonly phase_2: components["schemas"]["EmbeddingReport"];
                readonly phase_3: components["schemas"]["ClassificationReport"];
                readonly phase_4: components["schemas"]["ReadingReport"];
                readonly phase_5: components["schemas"]["ExtractionReport"];
            };
            /** @description Seconds. */
            readonly total_processing_time: number;
            readonly final_result: {
                /** @example cedula_identidad */
                readonly document_type: string;
                /**
                 * @description By name of the field; which there are depends on the class of the document.
                 * @example {
                 *       "nombres": "VALENTINA",
                 *       "apellidos": "ROJAS QUISPE"
                 *     }
                 */
                readonly extracted_data: {
                    readonly [key: string]: unknown;
                };
                /** @description By name of the field. */
                readonly confidence_scores: {
                    readonly [key: string]: number;
                };
            };
        };
        readonly DocumentText: {
            readonly text: string;
            readonly confidence: number;
            /** @example es */
            readonly language: string;
        };
        readonly Embedding: {
            readonly embeddings: readonly number[];
            readonly cluster_id: number | null;
        };
        readonly EmbeddingReport: components["schemas"]["CompletedEmbedding"] | components["schemas"]["FailedPhase"] | components["schemas"]["SkippedPhase"];
        readonly EmbedForm: {
            /** @default false */
            readonly cluster?: boolean;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly EmbedRequest: {
            /** @default false */
            readonly cluster?: boolean;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly EmbedResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                readonly embeddings: readonly number[];
                readonly cluster_id: number | null;
                /** @constant */
                readonly dimensions: 768;
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly ErrorInfo: {
            /** @example JOB_NOT_FOUND */
            readonly code: string;
            /**
             * Format: uri-reference
             * @description Of the page.
             * @example /errors/JOB_NOT_FOUND
             */
            readonly type: string;
            readonly title: string;
            /** @description More than one: the cause decides. */
            readonly statuses: readonly number[];
            /** @description Whether the same request may succeed later; the problem itself may know better. */
            readonly retryable: boolean;
            readonly meaning: string;
            /** @description What to do. */
            readonly action: string;
            /** @description Of the problem, beside those that every problem has; not all of them each time. */
            readonly members: readonly {
                readonly name: string;
                readonly meaning: string;
            }[];
        };
        readonly ErrorList: {
            readonly errors: readonly components["schemas"]["ErrorInfo"][];
        };
        readonly Explanation: {
            readonly route: {
                readonly method: string;
                readonly template: string;
                readonly is_public: boolean;
                /** @description All of them are needed; null: an access token is, whatever its scopes, and no API key will do. */
                readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[] | null;
            };
            readonly principal: {
                /** @enum {string} */
                readonly kind: "user" | "api_key";
                /** Format: uuid */
                readonly user_id: string;
                /** @enum {string} */
                readonly role: "user" | "operator" | "admin";
                /** @enum {string} */
                readonly state: "active" | "disabled" | "expired" | "revoked";
                readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[];
            } | null;
            readonly access: {
                readonly granted: boolean;
                /**
                 * Format: int64
                 * @description Of the answer, where it is not granted.
                 */
                readonly status?: number;
                /** @example INSUFFICIENT_SCOPE */
                readonly code?: string;
                readonly reason?: string;
            };
            /** @description All that a call would be charged to. */
            readonly limits: readonly {
                readonly name: string;
                /** Format: int64 */
                readonly limit: number;
                /**
                 * Format: int64
                 * @description Seconds.
                 */
                readonly window: number;
                /** @enum {string} */
                readonly counted_by: "user" | "api_key" | "address";
                /** @description Null where it depends on the address of the caller. */
                readonly remaining: number | null;
            }[];
            readonly uploads: {
                readonly media_types: readonly string[];
                readonly document_types?: readonly string[];
                /** Format: int64 */
                readonly max_document_bytes?: number;
                /** Format: int64 */
                readonly max_pixels?: number;
                /** Format: int64 */
                readonly max_documents?: number;
                /** Format: int64 */
                readonly max_bytes?: number;
            } | null;
            /** @description Those that may be called, and the operations that they are called for. */
            readonly microservices: readonly {
                /** @enum {string} */
                readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @enum {string} */
                readonly state: "healthy" | "unhealthy";
                /** @enum {string} */
                readonly breaker: "closed" | "open" | "half_open" | "isolated";
                readonly policy: components["schemas"]["ServicePolicy"];
                readonly operations: readonly string[];
            }[];
            /** @description Whose results are kept, for their owner, and for how long. */
            readonly cache: {
                readonly operations: readonly string[];
                readonly ttl_seconds: number;
                /** Format: int64 */
                readonly max_entry_bytes: number;
            } | null;
            /** @description For the whole request; less where its header says so. */
            readonly deadline_seconds: number;
            /** @description Settings of the block `jobs`, where a request may become a job. */
            readonly jobs: {
                readonly [key: string]: number;
            } | null;
        };
        readonly ExtractedFields: {
            /**
             * @description By name of the field; which there are depends on the class of the document.
             * @example {
             *       "nombres": "VALENTINA",
             *       "apellidos": "ROJAS QUISPE"
             *     }
             */
            readonly structured_data: {
                readonly [key: string]: unknown;
            };
            /** @description By name of the field. */
            readonly confidence_scores: {
                readonly [key: string]: number;
            };
        };
        readonly ExtractionReport: components["schemas"]["CompletedExtraction"] | components["schemas"]["FailedPhase"] | components["schemas"]["SkippedPhase"];
        readonly ExtractRequest: {
            readonly text: string;
            /** @enum {string} */
            readonly document_type: "cedula_identidad" | "ficha_residencia" | "pasaporte";
        };
        readonly ExtractResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /**
                 * @description By name of the field; which there are depends on the class of the document.
                 * @example {
                 *       "nombres": "VALENTINA",
                 *       "apellidos": "ROJAS QUISPE"
                 *     }
                 */
                readonly structured_data: {
                    readonly [key: string]: unknown;
                };
                /** @description By name of the field. */
                readonly confidence_scores: {
                    readonly [key: string]: number;
                };
                readonly document_type: string;
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly FailedPhase: {
            /** @constant */
            readonly status: "failed";
            /** @description Seconds. */
            readonly processing_time: number;
            readonly error: {
                /** @example UPSTREAM_TIMEOUT */
                readonly code: string;
                readonly detail: string;
                readonly retryable: boolean;
            };
        };
        readonly FieldError: {
            /**
             * @description To the value (RFC 6901).
             * @example /ocr_confidence
             */
            readonly pointer: string;
            readonly detail: string;
        };
        readonly Health: {
            /** @enum {string} */
            readonly status: "healthy" | "degraded" | "unhealthy";
            /** Format: date-time */
            readonly timestamp: string;
            /**
             * @description By microservice.
             * @example {
             *       "ocr_extractor": "healthy"
             *     }
             */
            readonly services: {
                readonly [key: string]: "healthy" | "unhealthy";
            };
            /**
             * Format: int64
             * @description Seconds since the process started.
             */
            readonly uptime: number;
            readonly memory: {
                /** @example 45.2 MB */
                readonly used: string;
                /** @example 512.0 MB */
                readonly total: string;
            };
        };
        readonly Job: {
            /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly id: string;
            readonly processing_id: string;
            readonly batch_id: string | null;
            /** @enum {string} */
            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** @description The phase that began last. */
            readonly phase: string | null;
            /**
             * Format: int64
             * @description Percent.
             */
            readonly progress: number;
            /** @description How many jobs are ahead of it while it is queued. */
            readonly position: number | null;
            /** Format: int64 */
            readonly attempts: number;
            readonly file_name: string | null;
            readonly document_sha256: string;
            /** Format: int64 */
            readonly document_bytes: number;
            /** @description As asked for: `auto` lets the classifier decide. */
            readonly document_type: string;
            /** @description Of the last attempt that failed. */
            readonly error: components["schemas"]["JobError"] | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly started_at: string | null;
            readonly finished_at: string | null;
            /** @description When the result is gone. */
            readonly expires_at: string | null;
            readonly links: {
                readonly self: string;
                readonly events: string;
                readonly timeline: string;
                readonly result: string;
            };
        };
        readonly JobError: {
            readonly code: string;
            /** Format: int64 */
            readonly status: number;
            readonly title: string;
            readonly detail: string;
            readonly retryable: boolean;
            readonly service?: string;
            readonly phase?: string;
        };
        /** @description What the type has beside depends on it. */
        readonly JobEvent: {
            /**
             * Format: int64
             * @description 1, 2, 3 … of its job.
             */
            readonly id: number;
            /** @enum {string} */
            readonly type: "queued" | "started" | "phase" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: int64 */
            readonly progress: number;
        } & {
            readonly [key: string]: unknown;
        };
        readonly JobPage: {
            readonly items: readonly components["schemas"]["Job"][];
            readonly next_cursor: string | null;
        };
        readonly JobTimeline: {
            readonly job_id: string;
            readonly entries: readonly components["schemas"]["JobEvent"][];
        };
        readonly JsonWebKeySet: {
            readonly keys: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly Limit: {
            /**
             * @description As in the header `RateLimit-Policy`.
             * @example processing
             */
            readonly name: string;
            /**
             * Format: int64
             * @description Calls in any window.
             */
            readonly limit: number;
            /**
             * Format: int64
             * @description Seconds.
             */
            readonly window: number;
            /**
             * Format: int64
             * @description Calls that would be admitted now.
             */
            readonly remaining: number;
            /**
             * Format: int64
             * @description Seconds until more remains; 0 when nothing is used.
             */
            readonly reset: number;
        };
        readonly Limits: {
            readonly limits: readonly components["schemas"]["Limit"][];
        };
        readonly Liveness: {
            /** @constant */
            readonly status: "ok";
        };
        readonly LoginRequest: {
            /** @example admin@iris.example.com */
            readonly email: string;
            /** Format: password */
            readonly password: string;
        };
        readonly LogLevelRequest: {
            /** @description The lowest level that is written; `null` goes back to what is configured. */
            readonly level?: ("TRACE" | "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL") | null;
            /** @description As in the `context` of its lines, or `access` for those of requests. Without it: every module; a level then leaves those alone that were set by name, `null` takes those back, too. */
            readonly module?: string;
            /**
             * Format: int64
             * @description After which the configured level comes back; without it, with the next start.
             */
            readonly for_seconds?: number;
        };
        readonly LogLevels: {
            readonly levels: readonly {
                /** @description `*` stands for every module that is not listed. */
                readonly module: string;
                /** @description Null: it is silent. */
                readonly level: string | null;
                /** @description Whether an administrator has set it. */
                readonly overridden: boolean;
                /** @description When the configured level comes back. */
                readonly until: string | null;
            }[];
        };
        readonly NewApiKeyRequest: {
            /** @example nightly import */
            readonly name: string;
            /** @description What the key may do: some of what you may do. */
            readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[];
            /**
             * @description Null: it does not expire.
             * @default null
             */
            readonly expires_at?: string | null;
            /**
             * @description A limit for this key alone, such as `100/hour`, which never widens that of its owner.
             * @default null
             */
            readonly rate_limit?: string | null;
        };
        readonly NewUserRequest: {
            /** @example ana@example.com */
            readonly email: string;
            /**
             * @default user
             * @enum {string}
             */
            readonly role?: "user" | "operator" | "admin";
            /**
             * Format: password
             * @description Left out: one is made, and shown in this answer only.
             */
            readonly password?: string;
        };
        readonly OcrForm: {
            /** @enum {string} */
            readonly document_type?: "cedula_identidad" | "ficha_residencia" | "pasaporte";
            /**
             * @description Of the text. Left out: the one of the class.
             * @example es
             */
            readonly language?: string;
            /** @default 0.3 */
            readonly ocr_confidence?: number;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly OcrRequest: {
            /** @enum {string} */
            readonly document_type?: "cedula_identidad" | "ficha_residencia" | "pasaporte";
            /**
             * @description Of the text. Left out: the one of the class.
             * @example es
             */
            readonly language?: string;
            /** @default 0.3 */
            readonly ocr_confidence?: number;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly OcrResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                readonly text: string;
                readonly confidence: number;
                /** @example es */
                readonly language: string;
                readonly words: readonly {
                    readonly text: string;
                    readonly confidence: number;
                    /** @description `x`, `y`, width and height in pixels. */
                    readonly box: readonly number[];
                }[];
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly PasswordChangeRequest: {
            /** Format: password */
            readonly current_password: string;
            /** Format: password */
            readonly new_password: string;
        };
        readonly PasswordResetRequest: {
            /**
             * Format: password
             * @description Left out: one is made, and shown in this answer only.
             */
            readonly password?: string;
        };
        readonly PreparationReport: components["schemas"]["CompletedPreparation"] | components["schemas"]["FailedPhase"] | components["schemas"]["SkippedPhase"];
        readonly PreparedImage: {
            /** @description The image, in base64. */
            readonly corrected_image: string;
            /** @example image/jpeg */
            readonly content_type: string;
            readonly confidence: number;
            /** Format: int64 */
            readonly width: number;
            /** Format: int64 */
            readonly height: number;
            readonly corners: readonly (readonly number[])[] | null;
            /** @description Degrees. */
            readonly rotation: number;
            /** @description What was done to the image, in order. */
            readonly operations: readonly string[];
        };
        readonly PreprocessForm: {
            /** @default true */
            readonly enhance?: boolean;
            /** @default true */
            readonly unwarp?: boolean;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly PreprocessRequest: {
            /** @default true */
            readonly enhance?: boolean;
            /** @default true */
            readonly unwarp?: boolean;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly PreprocessResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /** @description The image, in base64. */
                readonly corrected_image: string;
                /** @example image/jpeg */
                readonly content_type: string;
                readonly confidence: number;
                /** Format: int64 */
                readonly width: number;
                /** Format: int64 */
                readonly height: number;
                readonly corners: readonly (readonly number[])[] | null;
                /** @description Degrees. */
                readonly rotation: number;
                /** @description What was done to the image, in order. */
                readonly operations: readonly string[];
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        /** @description RFC 9457, with members of ours. */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @description Of a page that tells what the code means, and what to do.
             * @example /errors/VALIDATION_FAILED
             */
            readonly type: string;
            /** @description The same for every problem of this code. */
            readonly title: string;
            /** Format: int64 */
            readonly status: number;
            /** @description What went wrong this time. */
            readonly detail: string;
            /**
             * @description The path of the request.
             * @example /process
             */
            readonly instance: string;
            /**
             * @description Stable: for programs.
             * @example VALIDATION_FAILED
             */
            readonly code: string;
            /** @description For the one who looks into the log. */
            readonly request_id: string;
            /** @description Whether the same request may succeed later. */
            readonly retryable: boolean;
            /** @description The values that are not acceptable. */
            readonly errors?: readonly components["schemas"]["FieldError"][];
            /** @description What would have been accepted. */
            readonly limit?: number;
            /** @description What it was. */
            readonly actual?: number;
            /** @description Names of the limits that are used up, as in `RateLimit-Policy`. */
            readonly "violated-policies"?: readonly string[];
            /**
             * @description The microservice.
             * @example ocr_extractor
             */
            readonly service?: string;
            /**
             * @description The phase of the document.
             * @example phase_4
             */
            readonly phase?: string;
            /** @description What became of each phase, where one that is required has failed. */
            readonly phases?: {
                readonly [key: string]: unknown;
            };
            /** @description Media types that would have been accepted. */
            readonly accepted?: readonly string[];
        };
        readonly ProcessForm: {
            /**
             * @default auto
             * @enum {string}
             */
            readonly document_type?: "auto" | "cedula_identidad" | "ficha_residencia" | "pasaporte";
            /**
             * @description Of the text. Left out: the one of the class.
             * @example es
             */
            readonly language?: string;
            /** @default true */
            readonly apply_unwarping?: boolean;
            /** @default true */
            readonly enhance_quality?: boolean;
            /** @default 0.3 */
            readonly ocr_confidence?: number;
            /** @default false */
            readonly perform_clustering?: boolean;
            /**
             * Format: uri
             * @description Is told what has become of the job, by a signed webhook. A document with one always is a job.
             * @example https://hooks.example.com/iris
             */
            readonly callback_url?: string;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly config?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly ProcessRequest: {
            /**
             * @default auto
             * @enum {string}
             */
            readonly document_type?: "auto" | "cedula_identidad" | "ficha_residencia" | "pasaporte";
            /**
             * @description Of the text. Left out: the one of the class.
             * @example es
             */
            readonly language?: string;
            /** @default true */
            readonly apply_unwarping?: boolean;
            /** @default true */
            readonly enhance_quality?: boolean;
            /** @default 0.3 */
            readonly ocr_confidence?: number;
            /** @default false */
            readonly perform_clustering?: boolean;
            /**
             * Format: uri
             * @description Is told what has become of the job, by a signed webhook. A document with one always is a job.
             * @example https://hooks.example.com/iris
             */
            readonly callback_url?: string;
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly config?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly Readiness: {
            /** @constant */
            readonly status: "ok";
            readonly details: {
                readonly [key: string]: unknown;
            };
        };
        readonly ReadingReport: components["schemas"]["CompletedReading"] | components["schemas"]["FailedPhase"] | components["schemas"]["SkippedPhase"];
        readonly RefreshRequest: {
            /** Format: password */
            readonly refresh_token: string;
        };
        readonly RegistrationAnswer: {
            /**
             * @description The same whether the address was free or not: log in to find out.
             * @constant
             */
            readonly status: "accepted";
        };
        readonly RegistrationRequest: {
            /** @example ana@example.com */
            readonly email: string;
            /** Format: password */
            readonly password: string;
        };
        readonly RoleRequest: {
            /** @enum {string} */
            readonly role: "user" | "operator" | "admin";
        };
        readonly Service: {
            /** @enum {string} */
            readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
            /** @enum {string} */
            readonly state: "healthy" | "unhealthy";
            /** @enum {string} */
            readonly breaker: "closed" | "open" | "half_open" | "isolated";
            /** Format: int64 */
            readonly in_flight: number;
            /**
             * Format: int64
             * @description Calls that wait for a place.
             */
            readonly queued: number;
            readonly instances: readonly components["schemas"]["ServiceInstance"][];
        };
        readonly ServiceInstance: {
            /** @example ocr_extractor-1 */
            readonly id: string;
            /** @description Its address; for those who hold `admin:read`. */
            readonly url?: string;
            /** @enum {string} */
            readonly state: "available" | "ejected" | "failing_probes";
            /** Format: int64 */
            readonly in_flight: number;
            /** @description Of the last 256 answers, to their headers; null before the first. */
            readonly latency_ms: {
                readonly p50: number | null;
                readonly p95: number | null;
                readonly p99: number | null;
            };
            readonly last_failure: {
                /** @example UPSTREAM_TIMEOUT */
                readonly code: string;
                /** Format: date-time */
                readonly at: string;
            } | null;
        };
        readonly ServicePolicy: {
            readonly timeout: number;
            /** Format: int64 */
            readonly max_retries: number;
            readonly retry_delay: number;
            readonly circuit_breaker: {
                /** Format: int64 */
                readonly failure_threshold: number;
                readonly recovery_timeout: number;
                readonly expected_exception: readonly string[];
            };
            readonly bulkhead: {
                /** Format: int64 */
                readonly max_concurrent: number;
                /** Format: int64 */
                readonly max_queue: number;
                readonly max_wait_seconds: number;
            };
            readonly balancing: string;
            readonly ejection: {
                /** Format: int64 */
                readonly failure_threshold: number;
                readonly seconds: number;
            };
            readonly connect_timeout_seconds: number;
            /** Format: int64 */
            readonly max_connections: number;
            /** Format: int64 */
            readonly max_response_bytes: number;
            readonly health_endpoint: string;
            readonly repeatable_paths: readonly string[];
            readonly training_paths: readonly string[];
        };
        readonly Services: {
            readonly services: readonly components["schemas"]["Service"][];
        };
        readonly Session: {
            /** Format: uuid */
            readonly id: string;
            /** @description The `User-Agent` that it was last used with. */
            readonly device: string | null;
            /** @description The IP address that it was last refreshed from. */
            readonly address: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /**
             * Format: date-time
             * @description To within five minutes.
             */
            readonly last_used_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description Whether this request belongs to it. */
            readonly current: boolean;
        };
        readonly SessionPage: {
            readonly items: readonly components["schemas"]["Session"][];
            readonly next_cursor: string | null;
        };
        readonly ShownApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /**
             * @description The beginning of the key.
             * @example iris_live_3fK9xQ2b
             */
            readonly prefix: string;
            /** @description The end of the key. */
            readonly last_four: string;
            readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[];
            readonly rate_limit: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly expires_at: string | null;
            /** @description As of the last minute or so. */
            readonly last_used_at: string | null;
            readonly revoked_at: string | null;
            /** @description The key that it was rotated to. */
            readonly replaced_by: string | null;
            /** @description For the header `X-API-Key`. Shown in this answer only. */
            readonly key: string;
        };
        readonly ShownWebhookSecret: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** @description Null: the current one. */
            readonly expires_at: string | null;
            /**
             * @description Shown in this answer only.
             * @example whsec_MfKQ9r8GKYqrTwjU…
             */
            readonly secret: string;
        };
        readonly SkippedPhase: {
            /** @constant */
            readonly status: "skipped";
            /** @constant */
            readonly processing_time: 0;
            readonly reason: string;
        };
        readonly Stats: {
            readonly replica: {
                readonly host: string;
                /** Format: int64 */
                readonly pid: number;
                /** @description Seconds since the process started. */
                readonly uptime: number;
                readonly memory: {
                    /**
                     * Format: int64
                     * @description Bytes.
                     */
                    readonly rss: number;
                    /**
                     * Format: int64
                     * @description Bytes.
                     */
                    readonly heap_used: number;
                    /**
                     * Format: int64
                     * @description Bytes.
                     */
                    readonly heap_total: number;
                    /**
                     * Format: int64
                     * @description Bytes.
                     */
                    readonly external: number;
                    /**
                     * Format: int64
                     * @description Bytes.
                     */
                    readonly array_buffers: number;
                };
                readonly since_start: components["schemas"]["StatsPeriod"];
                /** @description Ten seconds more or less; shorter when the process is younger. */
                readonly last_5_minutes: components["schemas"]["StatsPeriod"];
            };
            /** @description Of all replicas, by state; null while the database is unavailable. */
            readonly jobs: {
                readonly [key: string]: number;
            } | null;
        };
        readonly StatsPeriod: {
            /** @description How long the period is. */
            readonly seconds: number;
            readonly traffic: {
                /** Format: int64 */
                readonly requests: number;
                readonly per_second: number;
                /** @description Requests by status code. */
                readonly by_status: {
                    readonly [key: string]: number;
                };
            };
            readonly errors: {
                /**
                 * Format: int64
                 * @description 4xx
                 */
                readonly client: number;
                /**
                 * Format: int64
                 * @description 5xx
                 */
                readonly server: number;
                /** @description Of all requests, between 0 and 1. */
                readonly server_share: number;
            };
            readonly latency: {
                /** @description Seconds, estimated from the buckets of the metric. */
                readonly p50: number | null;
                /** @description Seconds, estimated from the buckets of the metric. */
                readonly p95: number | null;
                /** @description Seconds, estimated from the buckets of the metric. */
                readonly p99: number | null;
            };
            /** @description Results of phases by how they were come by, such as `hit` and `miss`. */
            readonly cache: {
                readonly [key: string]: number;
            };
            /** @description Units of limits: `admitted`, `refused`, `given_back`. */
            readonly limits: {
                readonly [key: string]: number;
            };
        };
        readonly SubjectLimits: {
            readonly limits: readonly components["schemas"]["Limit"][];
            /** @example ip:192.0.2.7 */
            readonly subject: string;
        };
        readonly Tokens: {
            readonly access_token: string;
            /** @description Good for one POST /auth/refresh. */
            readonly refresh_token: string;
            /** @constant */
            readonly token_type: "Bearer";
            /**
             * Format: int64
             * @description Seconds that the access token lives.
             */
            readonly expires_in: number;
        };
        readonly TrainRequest: {
            /** @default efficientnet_b0 */
            readonly model?: string;
            readonly samples: readonly {
                readonly image: string;
                readonly label: string;
            }[];
        };
        readonly TrainResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                readonly model: string;
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
                readonly classes: readonly string[];
                /** Format: int64 */
                readonly samples: number;
                readonly accuracy: number;
            };
        };
        readonly UnwarpForm: {
            /** @description Of the document, clockwise from top left, as `[x, y]`. Left out: they are looked for. */
            readonly corners?: readonly (readonly number[])[];
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /**
             * Format: binary
             * @description JPEG, PNG, TIFF, WebP or PDF
             */
            readonly file: string;
        };
        readonly UnwarpRequest: {
            /** @description Of the document, clockwise from top left, as `[x, y]`. Left out: they are looked for. */
            readonly corners?: readonly (readonly number[])[];
            /** @description The parameters as one object (in a form: as JSON text); what stands beside it wins. */
            readonly options?: Record<string, never> | string;
            /** @description JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it */
            readonly file: string;
        };
        readonly UnwarpResult: {
            /** @constant */
            readonly success: true;
            /** @example proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
            readonly processing_id: string;
            /** @enum {string} */
            readonly phase: "phase_1" | "phase_2" | "phase_3" | "phase_4" | "phase_5";
            /** @constant */
            readonly status: "completed";
            /** @description Seconds. */
            readonly processing_time: number;
            /**
             * @description Stands where the result was kept.
             * @constant
             */
            readonly cached?: true;
            readonly output: {
                /** @description The image, in base64. */
                readonly corrected_image: string;
                /** @example image/jpeg */
                readonly content_type: string;
                readonly confidence: number;
                /** Format: int64 */
                readonly width: number;
                /** Format: int64 */
                readonly height: number;
                /**
                 * @description Of the document, clockwise from top left: `[x, y]` in pixels.
                 * @example [
                 *       [
                 *         12,
                 *         8
                 *       ],
                 *       [
                 *         803,
                 *         10
                 *       ],
                 *       [
                 *         801,
                 *         512
                 *       ],
                 *       [
                 *         14,
                 *         509
                 *       ]
                 *     ]
                 */
                readonly corners: readonly (readonly number[])[];
                /**
                 * @description Of the model of the microservice.
                 * @example 2026.11
                 */
                readonly model_version: string;
            };
        };
        readonly User: {
            /** Format: uuid */
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "user" | "operator" | "admin";
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly disabled_at: string | null;
        };
        readonly UserPage: {
            readonly items: readonly components["schemas"]["User"][];
            readonly next_cursor: string | null;
        };
        readonly UserWithPassword: {
            /** Format: uuid */
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "user" | "operator" | "admin";
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly disabled_at: string | null;
            /** @description Shown once; only when it was made here. */
            readonly generated_password?: string;
        };
        readonly WebhookAttempt: {
            /** Format: int64 */
            readonly number: number;
            /** Format: date-time */
            readonly at: string;
            /** @description Of the answer; null when there was none. */
            readonly status: number | null;
            /** Format: int64 */
            readonly ms: number;
            /** @description Why there was no answer. */
            readonly error: ("URL_NOT_ALLOWED" | "NO_PUBLIC_ADDRESS" | "TIMEOUT" | "CONNECTION_FAILED" | "TLS_FAILED" | "INVALID_ANSWER") | null;
        };
        readonly WebhookDelivery: {
            /** @description The header `webhook-id` of every attempt. */
            readonly id: string;
            readonly job_id: string;
            readonly url: string;
            /** @example job.succeeded */
            readonly type: string;
            /**
             * @description `disabled`: the endpoint has answered 410.
             * @enum {string}
             */
            readonly state: "pending" | "delivered" | "failed" | "disabled";
            /** Format: int64 */
            readonly attempts: number;
            readonly next_attempt_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly finished_at: string | null;
        };
        readonly WebhookDeliveryDetail: {
            /** @description The header `webhook-id` of every attempt. */
            readonly id: string;
            readonly job_id: string;
            readonly url: string;
            /** @example job.succeeded */
            readonly type: string;
            /**
             * @description `disabled`: the endpoint has answered 410.
             * @enum {string}
             */
            readonly state: "pending" | "delivered" | "failed" | "disabled";
            /** Format: int64 */
            readonly attempts: number;
            readonly next_attempt_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly finished_at: string | null;
            readonly attempt_log: readonly components["schemas"]["WebhookAttempt"][];
        };
        readonly WebhookDeliveryPage: {
            readonly items: readonly components["schemas"]["WebhookDelivery"][];
            readonly next_cursor: string | null;
        };
        readonly WebhookSecret: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** @description Null: the current one. */
            readonly expires_at: string | null;
        };
        /** @default {} */
        readonly WebhookSecretRotationRequest: {
            /**
             * Format: int64
             * @description How long the former secret stays valid; until then everything is signed with both.
             * @default 86400
             */
            readonly overlap_seconds?: number;
        };
        readonly WebhookSecrets: {
            /** @description Those that sign now, the current one first. */
            readonly secrets: readonly components["schemas"]["WebhookSecret"][];
        };
    };
    responses: {
        /** @description Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
        readonly Problem400RequestMalformed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
        readonly Problem400RequestMalformed2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Malformed or empty upload: `REQUEST_MALFORMED`, `DOCUMENT_EMPTY`. Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
        readonly Problem400RequestMalformed3: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The path can be read in more than one way: `REQUEST_MALFORMED`. Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
        readonly Problem400RequestMalformed4: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description No credentials, or not valid ones: `AUTHENTICATION_REQUIRED`, `INVALID_TOKEN`, `INVALID_API_KEY` */
        readonly Problem401AuthenticationRequired: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credentials, or not valid ones: `AUTHENTICATION_REQUIRED`, `INVALID_TOKEN`, `INVALID_API_KEY` */
        readonly Problem401AuthenticationRequired2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description An API key, on a route for people: `ACCESS_TOKEN_REQUIRED` */
        readonly Problem403AccessTokenRequired: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Needs the scope admin:read: `INSUFFICIENT_SCOPE` */
        readonly Problem403InsufficientScope: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Needs the scope admin:*: `INSUFFICIENT_SCOPE` */
        readonly Problem403InsufficientScope2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Needs the scope documents:process: `INSUFFICIENT_SCOPE` */
        readonly Problem403InsufficientScope3: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Needs the scope documents:read: `INSUFFICIENT_SCOPE` */
        readonly Problem403InsufficientScope4: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Needs the scope services:proxy: `INSUFFICIENT_SCOPE` */
        readonly Problem403InsufficientScope5: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description No such key: `API_KEY_NOT_FOUND` */
        readonly Problem404ApiKeyNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such job: `JOB_NOT_FOUND` */
        readonly Problem404JobNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such user or API key: `PRINCIPAL_NOT_FOUND` */
        readonly Problem404PrincipalNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such microservice: `SERVICE_UNKNOWN` */
        readonly Problem404ServiceUnknown: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description No such user: `USER_NOT_FOUND` */
        readonly Problem404UserNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such delivery: `WEBHOOK_DELIVERY_NOT_FOUND` */
        readonly Problem404WebhookDeliveryNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `TRACE`: `METHOD_NOT_ALLOWED` */
        readonly Problem405MethodNotAllowed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly Allow: components["headers"]["Allow"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description The body did not arrive in time: `REQUEST_TIMEOUT` */
        readonly Problem408RequestTimeout: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body comes too slowly: `REQUEST_TIMEOUT` */
        readonly Problem408RequestTimeout2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description The first request with this `Idempotency-Key` is under way: `IDEMPOTENCY_KEY_IN_USE` */
        readonly Problem409IdempotencyKeyInUse: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The last administrator must stay: `LAST_ADMIN` */
        readonly Problem409LastAdmin: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large, with `limit` and `actual`: `PAYLOAD_TOO_LARGE` */
        readonly Problem413PayloadTooLarge: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many bytes or pixels, with `limit` and `actual`: `PAYLOAD_TOO_LARGE`, `DOCUMENT_TOO_MANY_PIXELS`, `DOCUMENT_REJECTED` */
        readonly Problem413PayloadTooLarge2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is in another encoding: `UNSUPPORTED_MEDIA_TYPE` */
        readonly Problem415UnsupportedMediaType: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not a format or media type that is read here: `UNSUPPORTED_MEDIA_TYPE`, `DOCUMENT_TYPE_UNSUPPORTED`, `DOCUMENT_REJECTED` */
        readonly Problem415UnsupportedMediaType2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad values: `VALIDATION_FAILED`, with `errors[].pointer` */
        readonly Problem422ValidationFailed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad body: `VALIDATION_FAILED`, with `errors[].pointer` */
        readonly Problem422ValidationFailed2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad parameters, with `errors[].pointer`, or a document that cannot be read: `VALIDATION_FAILED`, `DOCUMENT_UNREADABLE`, `DOCUMENT_REJECTED` */
        readonly Problem422ValidationFailed3: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many attempts: `LOGIN_THROTTLED`. A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED` */
        readonly Problem429LoginThrottled: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED` */
        readonly Problem429RateLimitExceeded: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED` */
        readonly Problem429RateLimitExceeded2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description Too many of your jobs wait: `TOO_MANY_JOBS`. A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED` */
        readonly Problem429TooManyJobs: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the gateway: `INTERNAL_ERROR` */
        readonly Problem500InternalError: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the gateway: `INTERNAL_ERROR` */
        readonly Problem500InternalError2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the gateway: `INTERNAL_ERROR` */
        readonly Problem500InternalError3: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description `Upgrade`, or a transfer coding besides `chunked`: `UPGRADE_NOT_SUPPORTED`, `TRANSFER_CODING_NOT_SUPPORTED` */
        readonly Problem501UpgradeNotSupported: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description A microservice failed, with `service` and `phase`: `UPSTREAM_UNAVAILABLE`, `UPSTREAM_FAILED`, `UPSTREAM_INVALID_RESPONSE`, `UPSTREAM_REFUSED` */
        readonly Problem502UpstreamUnavailable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The microservice cannot be reached, broke off, or gave no valid answer, with `service` and `retryable`: `UPSTREAM_UNAVAILABLE`, `UPSTREAM_FAILED`, `UPSTREAM_INVALID_RESPONSE`, `UPLOAD_NOT_REPEATABLE` */
        readonly Problem502UpstreamUnavailable2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description The database or Redis is unavailable: `DATABASE_UNAVAILABLE`, `DB_BUSY`, `REDIS_UNAVAILABLE` */
        readonly Problem503DatabaseUnavailable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is unavailable: `DATABASE_UNAVAILABLE`, `DB_BUSY`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503DatabaseUnavailable2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is unavailable, or too many passwords are being checked: `DATABASE_UNAVAILABLE`, `DB_BUSY`, `PASSWORD_HASHING_BUSY`, `REDIS_UNAVAILABLE`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503DatabaseUnavailable3: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503GatewayOverloaded: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503GatewayOverloaded2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A microservice is not available, with `service` and `phase`: `UPSTREAM_BREAKER_OPEN`, `UPSTREAM_OVERLOADED`, `UPSTREAM_BUSY`, `UPSTREAM_FAILED`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503UpstreamBreakerOpen: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The microservice is not called for a while, or has more work than it can take: `UPSTREAM_BREAKER_OPEN`, `UPSTREAM_OVERLOADED`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
        readonly Problem503UpstreamBreakerOpen2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
        /** @description A microservice or the whole request took too long, or the cache does not have all of it: `UPSTREAM_TIMEOUT`, `DEADLINE_EXCEEDED`, `CACHE_INCOMPLETE` */
        readonly Problem504UpstreamTimeout: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The microservice or the whole request took too long: `UPSTREAM_TIMEOUT`, `DEADLINE_EXCEEDED` */
        readonly Problem504UpstreamTimeout2: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                readonly "Server-Timing": components["headers"]["Server-Timing"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "*/*": unknown;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Of this request, for those who read the log */
        readonly "X-Request-ID": string;
        /** @description Seconds that the gateway took to answer */
        readonly "X-Processing-Time": string;
        /** @description Where the time went, in milliseconds (W3C Server Timing) */
        readonly "Server-Timing": string;
        /** @description The limits that apply: `q` calls in `w` seconds (draft-ietf-httpapi-ratelimit-headers) */
        readonly "RateLimit-Policy": string;
        /** @description What is left of them: `r` calls, and more in `t` seconds */
        readonly RateLimit: string;
        /** @description Calls in any window, of the limit that is nearest to refusing */
        readonly "X-Rate-Limit-Limit": number;
        /** @description What is left of it */
        readonly "X-Rate-Limit-Remaining": number;
        /** @description Seconds until more remains */
        readonly "X-Rate-Limit-Reset": number;
        /** @description Seconds after which it is worth another try */
        readonly "Retry-After": number;
        /** @description What is missing (RFC 6750) */
        readonly "WWW-Authenticate": string;
        /** @description The methods that the route has */
        readonly Allow: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getPublicKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A JSON Web Key Set */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsonWebKeySet"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503GatewayOverloaded"];
        };
    };
    readonly listAuditLog: {
        readonly parameters: {
            readonly query?: {
                /** @description What was done. */
                readonly action?: "login.succeeded" | "login.failed" | "login.throttled" | "session.refreshed" | "session.refresh_reused" | "session.ended" | "session.all_ended" | "access.denied" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "user.registered" | "user.created" | "user.disabled" | "user.enabled" | "user.role_changed" | "user.password_changed" | "user.password_reset" | "document.forgotten" | "cache.purged" | "breaker.isolated" | "breaker.reset" | "rate_limit.reset" | "job.retried" | "log_level.changed" | "webhook_secret.rotated";
                /** @description The user who acted. */
                readonly actor?: string;
                /** @description What was acted on, such as `user:<id>`. */
                readonly subject?: string;
                /** @description RFC 3339; inclusive. */
                readonly from?: string;
                /** @description RFC 3339; exclusive. */
                readonly to?: string;
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly purgeCache: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CachePurgeRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CachePurge"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly explainRequest: {
        readonly parameters: {
            readonly query: {
                /** @description A method and a path, such as `POST /process` or `GET /jobs/{id}`. */
                readonly route: string;
                /** @description The id of a user or of an API key. Left out: nobody in particular. */
                readonly principal?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Explanation"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            /** @description No such route, user or API key: `ROUTE_UNKNOWN`, `PRINCIPAL_NOT_FOUND` */
            readonly 404: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listAllJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description Only jobs that were given up for want of attempts, or only the others. */
                readonly dead?: boolean;
                /** @description Jobs in this state. */
                readonly state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                /** @description Jobs of this user. */
                readonly owner_id?: string;
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminJobPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly retryJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a job */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminJob"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            /** @description It was not given up, or its document is no longer kept: `JOB_NOT_RETRYABLE` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listLogLevels: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogLevels"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly setLogLevel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LogLevelRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogLevels"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listNearLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description The nearest first; at most 50. */
                        readonly items: readonly {
                            /** @example ip:192.0.2.7 */
                            readonly subject: string;
                            /** @description Of a user; null while the database is unavailable. */
                            readonly email: string | null;
                            readonly limit: components["schemas"]["Limit"];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly getSubjectLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `user:<id>`, `key:<id>` or `ip:<address>`; of IPv6, all in the same /64 are one */
                readonly subject: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectLimits"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 404: components["responses"]["Problem404PrincipalNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly resetSubjectLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `user:<id>`, `key:<id>` or `ip:<address>`; of IPv6, all in the same /64 are one */
                readonly subject: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectLimits"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404PrincipalNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listAdminServices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminServices"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly setBreaker: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BreakerRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminService"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            /** @description No such microservice: `SERVICE_UNKNOWN` */
            readonly 404: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly getStats: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Stats"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly getTrafficHistory: {
        readonly parameters: {
            readonly query?: {
                /** @description The minute under way is one of them. */
                readonly minutes?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /**
                         * @description `all`: the sum of all processes, of the other ones to within ten seconds. `replica`: only of the process that answers, because there is no Redis, or it does not answer.
                         * @enum {string}
                         */
                        readonly source: "all" | "replica";
                        /**
                         * Format: int64
                         * @description How many have reported in this minute or the one before.
                         */
                        readonly processes: number;
                        /** @description The oldest first; minutes without a process are left out. */
                        readonly points: readonly {
                            /**
                             * Format: date-time
                             * @description When the minute begins.
                             */
                            readonly at: string;
                            /** @description What of the minute is counted: less than 60 while it lasts. */
                            readonly seconds: number;
                            /** Format: int64 */
                            readonly requests: number;
                            /**
                             * Format: int64
                             * @description 4xx
                             */
                            readonly client_errors: number;
                            /**
                             * Format: int64
                             * @description 5xx
                             */
                            readonly server_errors: number;
                            readonly latency: {
                                /** @description Seconds; null when nothing was measured. */
                                readonly p50: number | null;
                                /** @description Seconds; null when nothing was measured. */
                                readonly p95: number | null;
                                /** @description Seconds; null when nothing was measured. */
                                readonly p99: number | null;
                            };
                            /** @description Results of phases by how they were come by, such as `hit` and `miss`. */
                            readonly cache: {
                                readonly [key: string]: number;
                            };
                            /** @description Jobs that were not over at last, of all replicas; null when that was not known. */
                            readonly queue: number | null;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: {
                /** @description Users with this role. */
                readonly role?: "user" | "operator" | "admin";
                /** @description Only those that are disabled, or only the others. */
                readonly disabled?: boolean;
                /** @description The beginning of the address. */
                readonly email?: string;
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly createUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewUserRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserWithPassword"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            /** @description There is a user with this address: `USER_EXISTS` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a user */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope"];
            readonly 404: components["responses"]["Problem404UserNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly disableUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a user */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404UserNotFound"];
            readonly 409: components["responses"]["Problem409LastAdmin"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly enableUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a user */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404UserNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly resetPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a user */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserWithPassword"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404UserNotFound"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly changeRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a user */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RoleRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope2"];
            readonly 404: components["responses"]["Problem404UserNotFound"];
            readonly 409: components["responses"]["Problem409LastAdmin"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable"];
        };
    };
    readonly listApiKeys: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly createApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewApiKeyRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShownApiKey"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            /** @description A scope that you do not have yourself: `SCOPE_NOT_HELD`. An API key, on a route for people: `ACCESS_TOKEN_REQUIRED` */
            readonly 403: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many keys, with `limit`: `API_KEY_LIMIT` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of an API key of yours */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKey"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 404: components["responses"]["Problem404ApiKeyNotFound"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly revokeApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of an API key of yours */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 404: components["responses"]["Problem404ApiKeyNotFound"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly rotateApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of an API key of yours */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiKeyRotationRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShownApiKey"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 404: components["responses"]["Problem404ApiKeyNotFound"];
            /** @description The key has ended, or has been rotated already: `API_KEY_NOT_ACTIVE` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LoginRequest"];
            };
        };
        readonly responses: {
            /** @description Logged in */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tokens"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            /** @description The e-mail address or the password is wrong: `INVALID_CREDENTIALS` */
            readonly 401: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed2"];
            readonly 429: components["responses"]["Problem429LoginThrottled"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable3"];
        };
    };
    readonly logout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Its tokens do not work any longer */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly logoutAll: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description None of their tokens works any longer */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getCurrentUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CurrentUser"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly changePassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordChangeRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            /** @description The current password is wrong: `WRONG_PASSWORD`. An API key, on a route for people: `ACCESS_TOKEN_REQUIRED` */
            readonly 403: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed2"];
            readonly 429: components["responses"]["Problem429LoginThrottled"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable3"];
        };
    };
    readonly refreshTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        readonly responses: {
            /** @description New tokens */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tokens"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            /** @description Log in again: `INVALID_REFRESH_TOKEN` */
            readonly 401: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly registerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistrationRequest"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistrationAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            /** @description Registration is closed: `REGISTRATION_CLOSED` */
            readonly 403: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed2"];
            readonly 429: components["responses"]["Problem429LoginThrottled"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable3"];
        };
    };
    readonly listSessions: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            /** @description Bad query: `VALIDATION_FAILED`, with `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a session of yours */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Its tokens do not work any longer */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403AccessTokenRequired"];
            /** @description No live session of yours has this id: `SESSION_NOT_FOUND` */
            readonly 404: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly forgetDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description SHA-256 of the document, in hexadecimal */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Forgotten */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            /** @description Not a SHA-256: `VALIDATION_FAILED` */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            /** @description It is not sure that all is gone: `REDIS_UNAVAILABLE`, `DATABASE_UNAVAILABLE`, `DB_BUSY`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
            readonly 503: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listErrors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The codes */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description They change with the version of the gateway only */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorList"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            readonly 500: components["responses"]["Problem500InternalError2"];
            readonly 503: components["responses"]["Problem503GatewayOverloaded2"];
        };
    };
    readonly getError: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a problem */
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What it means */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    /** @description They change with the version of the gateway only */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorInfo"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            /** @description No problem has this code: `ERROR_CODE_UNKNOWN` */
            readonly 404: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 500: components["responses"]["Problem500InternalError2"];
            readonly 503: components["responses"]["Problem503GatewayOverloaded2"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It can serve; `degraded`: not with everything */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            readonly 500: components["responses"]["Problem500InternalError2"];
            /** @description It cannot serve: `unhealthy` */
            readonly 503: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Liveness"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            readonly 500: components["responses"]["Problem500InternalError2"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            readonly 500: components["responses"]["Problem500InternalError2"];
            /** @description It starts, drains or cannot serve: `NOT_READY` */
            readonly 503: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description Jobs in this state. */
                readonly state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                /** @description Jobs of this batch. */
                readonly batch_id?: string;
                /** @description RFC 3339; inclusive. */
                readonly created_after?: string;
                /** @description RFC 3339; exclusive. */
                readonly created_before?: string;
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Seconds, up to 60: the answer comes when the job is finished or they are over. */
                readonly wait?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Of a job */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The job */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Seconds */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Job"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly cancelJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a job */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Job"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            /** @description It is finished: `JOB_FINISHED` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly streamJobEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `id` of the last event that you have */
                readonly "Last-Event-ID"?: string;
            };
            readonly path: {
                /** @description Of a job */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description You have them all, and the job is finished */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            /** @description Too many streams are open: `TOO_MANY_STREAMS`. A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED` */
            readonly 429: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getJobTimeline: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a job */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobTimeline"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly submitBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How long a result is kept, such as `0s` (until it was read) or `90m`. */
                readonly "X-Retention"?: string;
                /** @description A request that comes again with the same key gets the answer of the first one, for a day. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["BatchForm"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Where it is told of */
                    readonly Location?: string;
                    /** @description Seconds, until it is worth a look */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Malformed: `REQUEST_MALFORMED`, `IDEMPOTENCY_KEY_MALFORMED`. Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
            readonly 400: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 409: components["responses"]["Problem409IdempotencyKeyInUse"];
            /** @description Too many documents or bytes, with `limit` and `actual`: `PAYLOAD_TOO_LARGE`, `BATCH_TOO_LARGE`, `BATCH_TOO_MANY_DOCUMENTS`. The body is too large, with `limit` and `actual`: `PAYLOAD_TOO_LARGE` */
            readonly 413: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a form: `UNSUPPORTED_MEDIA_TYPE`. The body is in another encoding: `UNSUPPORTED_MEDIA_TYPE` */
            readonly 415: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad parameters, with `errors[].pointer`, or an archive that cannot be read: `VALIDATION_FAILED`, `ARCHIVE_UNREADABLE`, `IDEMPOTENCY_KEY_REUSED` */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429TooManyJobs"];
            readonly 500: components["responses"]["Problem500InternalError"];
            /** @description The queue is full or not ready: `QUEUE_FULL`, `QUEUE_UNAVAILABLE`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
            readonly 503: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Limits"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed2"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError2"];
            readonly 503: components["responses"]["Problem503GatewayOverloaded2"];
        };
    };
    readonly detectCorners: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["CornersForm"];
                readonly "application/json": components["schemas"]["CornersRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CornersResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly preprocessImage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["PreprocessForm"];
                readonly "application/json": components["schemas"]["PreprocessRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreprocessResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly unwarpImage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["UnwarpForm"];
                readonly "application/json": components["schemas"]["UnwarpRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnwarpResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly clusterEmbeddings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClusterRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClusterResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly embedImage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["EmbedForm"];
                readonly "application/json": components["schemas"]["EmbedRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmbedResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly classifyDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["ClassifyForm"];
                readonly "application/json": components["schemas"]["ClassifyRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClassifyResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly trainClassifier: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TrainRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrainResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            /** @description Needs the scope models:train: `INSUFFICIENT_SCOPE` */
            readonly 403: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly readText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["OcrForm"];
                readonly "application/json": components["schemas"]["OcrRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OcrResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly extractFields: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtractRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExtractResult"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed3"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            readonly 422: components["responses"]["Problem422ValidationFailed3"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly processDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
                /** @description `respond-async`: 202 at once; `wait=10`: 202 when it takes longer (RFC 7240) */
                readonly Prefer?: string;
                /** @description How long a result is kept, such as `0s` (until it was read) or `90m`. */
                readonly "X-Retention"?: string;
                /** @description A request that comes again with the same key gets the answer of the first one, for a day. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["ProcessForm"];
                readonly "application/json": components["schemas"]["ProcessRequest"];
            };
        };
        readonly responses: {
            /** @description Done. Times are seconds. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentResult"];
                };
            };
            /** @description It has become a job. */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Where it is told of */
                    readonly Location?: string;
                    /** @description Seconds, until it is worth a look */
                    readonly "Retry-After"?: string;
                    /** @description The preference that was honoured (RFC 7240) */
                    readonly "Preference-Applied"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Malformed or empty upload, or a bad header: `DOCUMENT_EMPTY`, `REQUEST_MALFORMED`, `IDEMPOTENCY_KEY_MALFORMED`. Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED` */
            readonly 400: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 408: components["responses"]["Problem408RequestTimeout"];
            readonly 409: components["responses"]["Problem409IdempotencyKeyInUse"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge2"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType2"];
            /** @description Bad parameters, with `errors[].pointer`, or a document that cannot be read: `VALIDATION_FAILED`, `DOCUMENT_UNREADABLE`, `DOCUMENT_REJECTED`, `IDEMPOTENCY_KEY_REUSED` */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429TooManyJobs"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable"];
            /** @description A microservice is not available, with `service` and `phase`: `UPSTREAM_BREAKER_OPEN`, `UPSTREAM_OVERLOADED`, `UPSTREAM_BUSY`, `UPSTREAM_FAILED`. The queue is full or not ready: `QUEUE_FULL`, `QUEUE_UNAVAILABLE`. The gateway is overloaded: `GATEWAY_OVERLOADED` */
            readonly 503: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 504: components["responses"]["Problem504UpstreamTimeout"];
        };
    };
    readonly getResult: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` of what you have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Of the work, as the job and the answers of the pipeline tell it */
                readonly processing_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The result */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Strong (RFC 9110) */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentResult"];
                };
            };
            /** @description You have it */
            readonly 304: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    /** @description Strong (RFC 9110) */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 404: components["responses"]["Problem404JobNotFound"];
            /** @description Not ready: `RESULT_NOT_READY`, `Retry-After`; failed or cancelled: `RESULT_NEVER_COMES` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is no longer kept: `RESULT_GONE` */
            readonly 410: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly listServices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Services"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            /** @description Needs the scope services:proxy: `INSUFFICIENT_SCOPE` */
            readonly 403: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503GatewayOverloaded"];
        };
    };
    readonly forwardGet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardPut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardPost: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardDelete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardOptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardHead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly forwardPatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The microservice */
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 400: components["responses"]["Problem400RequestMalformed4"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired2"];
            readonly 403: components["responses"]["Problem403InsufficientScope5"];
            readonly 404: components["responses"]["Problem404ServiceUnknown"];
            readonly 405: components["responses"]["Problem405MethodNotAllowed"];
            readonly 408: components["responses"]["Problem408RequestTimeout2"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded2"];
            readonly 500: components["responses"]["Problem500InternalError3"];
            readonly 501: components["responses"]["Problem501UpgradeNotSupported"];
            readonly 502: components["responses"]["Problem502UpstreamUnavailable2"];
            readonly 503: components["responses"]["Problem503UpstreamBreakerOpen2"];
            readonly 504: components["responses"]["Problem504UpstreamTimeout2"];
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": unknown;
                };
            };
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description Deliveries in this state. */
                readonly state?: "pending" | "delivered" | "failed" | "disabled";
                /** @description Deliveries of this job. */
                readonly job_id?: string;
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a delivery: its `webhook-id` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 404: components["responses"]["Problem404WebhookDeliveryNotFound"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly replayWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a delivery: its `webhook-id` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 404: components["responses"]["Problem404WebhookDeliveryNotFound"];
            /** @description The endpoint is disabled: `WEBHOOK_ENDPOINT_DISABLED` */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly listDisabledWebhookEndpoints: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: number;
                /** @description `next_cursor` of the part before. */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DisabledWebhookEndpointPage"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly enableWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of a disabled endpoint */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            /** @description No such disabled endpoint: `WEBHOOK_ENDPOINT_NOT_FOUND` */
            readonly 404: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly getWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookSecrets"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope4"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookSecretRotationRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "X-Processing-Time": components["headers"]["X-Processing-Time"];
                    readonly "Server-Timing": components["headers"]["Server-Timing"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Rate-Limit-Limit": components["headers"]["X-Rate-Limit-Limit"];
                    readonly "X-Rate-Limit-Remaining": components["headers"]["X-Rate-Limit-Remaining"];
                    readonly "X-Rate-Limit-Reset": components["headers"]["X-Rate-Limit-Reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShownWebhookSecret"];
                };
            };
            readonly 400: components["responses"]["Problem400RequestMalformed"];
            readonly 401: components["responses"]["Problem401AuthenticationRequired"];
            readonly 403: components["responses"]["Problem403InsufficientScope3"];
            readonly 413: components["responses"]["Problem413PayloadTooLarge"];
            readonly 415: components["responses"]["Problem415UnsupportedMediaType"];
            readonly 422: components["responses"]["Problem422ValidationFailed"];
            readonly 429: components["responses"]["Problem429RateLimitExceeded"];
            readonly 500: components["responses"]["Problem500InternalError"];
            readonly 503: components["responses"]["Problem503DatabaseUnavailable2"];
        };
    };
}
