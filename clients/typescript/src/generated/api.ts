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
        readonly get: operations["publicKeys[0]"];
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
        readonly get: operations["listAuditLog[0]"];
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
        readonly post: operations["purgeCache[0]"];
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
        readonly get: operations["explain[0]"];
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
        readonly get: operations["listAllJobs[0]"];
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
        readonly post: operations["retryJob[0]"];
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
        readonly get: operations["getSubjectLimits[0]"];
        readonly put?: never;
        readonly post?: never;
        /** Forget what is used of them, on every replica */
        readonly delete: operations["resetSubjectLimits[0]"];
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
        readonly get: operations["listAdminServices[0]"];
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
        readonly post: operations["setBreaker[0]"];
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
        readonly get: operations["getStats[0]"];
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
        readonly get: operations["listUsers[0]"];
        readonly put?: never;
        /** Create a user */
        readonly post: operations["createUser[0]"];
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
        readonly get: operations["getUser[0]"];
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
        readonly post: operations["disableUser[0]"];
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
        readonly post: operations["enableUser[0]"];
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
        readonly post: operations["resetPassword[0]"];
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
        readonly put: operations["changeRole[0]"];
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
        readonly get: operations["listApiKeys[0]"];
        readonly put?: never;
        /** Make an API key, which is shown in this answer only */
        readonly post: operations["createApiKey[0]"];
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
        readonly get: operations["getApiKey[0]"];
        readonly put?: never;
        readonly post?: never;
        /** Revoke an API key */
        readonly delete: operations["revokeApiKey[0]"];
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
        readonly post: operations["rotateApiKey[0]"];
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
        /** Exchange e-mail address and password for a session: an access token and a refresh token */
        readonly post: operations["login[0]"];
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
        readonly post: operations["logout[0]"];
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
        readonly post: operations["logoutAll[0]"];
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
        readonly get: operations["me[0]"];
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
        readonly post: operations["changePassword[0]"];
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
        readonly post: operations["refresh[0]"];
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
        readonly post: operations["register[0]"];
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
        readonly get: operations["listSessions[0]"];
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
        readonly delete: operations["endSession[0]"];
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
        readonly delete: operations["forget[0]"];
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
        readonly get: operations["report[0]"];
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
        readonly get: operations["live[0]"];
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
        readonly get: operations["ready[0]"];
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
        readonly get: operations["listJobs[0]"];
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
        readonly get: operations["getJob[0]"];
        readonly put?: never;
        readonly post?: never;
        /** Cancel a job, wherever it is under way; again is no error */
        readonly delete: operations["cancelJob[0]"];
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
        readonly get: operations["streamJobEvents[0]"];
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
        readonly get: operations["getJobTimeline[0]"];
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
        /** Many documents at once, as parts or in ZIPs; each one becomes a job */
        readonly post: operations["accept[0]"];
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
        readonly get: operations["listLimits[0]"];
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
        readonly post: operations["detectCorners[0]"];
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
        readonly post: operations["preprocess[0]"];
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
        readonly post: operations["unwarp[0]"];
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
        readonly post: operations["cluster[0]"];
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
        readonly post: operations["embed[0]"];
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
        readonly post: operations["classify[0]"];
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
        readonly post: operations["train[0]"];
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
        readonly post: operations["readText[0]"];
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
        readonly post: operations["extractFields[0]"];
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
        /** One document through all the phases */
        readonly post: operations["process[0]"];
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
        readonly get: operations["getResult[0]"];
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
        readonly get: operations["list[0]"];
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
        readonly get: operations["forward_get"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly put: operations["forward_put"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly post: operations["forward_post"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly delete: operations["forward_delete"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly options: operations["forward_options"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly head: operations["forward_head"];
        /**
         * Any path of a microservice, streamed both ways
         * @description Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.
         */
        readonly patch: operations["forward_patch"];
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
        readonly get: operations["listWebhookDeliveries[0]"];
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
        readonly get: operations["getWebhookDelivery[0]"];
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
        readonly post: operations["replayWebhookDelivery[0]"];
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
        readonly get: operations["listDisabledWebhookEndpoints[0]"];
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
        readonly delete: operations["enableWebhookEndpoint[0]"];
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
        readonly get: operations["getWebhookSecret[0]"];
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
        readonly post: operations["rotateWebhookSecret[0]"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "publicKeys[0]": {
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
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly keys?: readonly Record<string, never>[];
                    };
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listAuditLog[0]": {
        readonly parameters: {
            readonly query?: {
                readonly action?: "login.succeeded" | "login.failed" | "login.throttled" | "session.refreshed" | "session.refresh_reused" | "session.ended" | "session.all_ended" | "access.denied" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "user.registered" | "user.created" | "user.disabled" | "user.enabled" | "user.role_changed" | "user.password_changed" | "user.password_reset" | "document.forgotten" | "cache.purged" | "breaker.isolated" | "breaker.reset" | "rate_limit.reset" | "job.retried" | "webhook_secret.rotated";
                /** @description The user who acted. */
                readonly actor?: string;
                /** @description What was acted on, such as `user:<id>`. */
                readonly subject?: string;
                /** @description RFC 3339; inclusive. */
                readonly from?: string;
                /** @description RFC 3339; exclusive. */
                readonly to?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly at: string;
                            /** @enum {string} */
                            readonly action: "login.succeeded" | "login.failed" | "login.throttled" | "session.refreshed" | "session.refresh_reused" | "session.ended" | "session.all_ended" | "access.denied" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "user.registered" | "user.created" | "user.disabled" | "user.enabled" | "user.role_changed" | "user.password_changed" | "user.password_reset" | "document.forgotten" | "cache.purged" | "breaker.isolated" | "breaker.reset" | "rate_limit.reset" | "job.retried" | "webhook_secret.rotated";
                            /** Format: uuid */
                            readonly actor_id: string | null;
                            readonly subject: string | null;
                            readonly address: string | null;
                            readonly request_id: string | null;
                            readonly details: {
                                readonly [key: string]: string | number | boolean | (null);
                            };
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "purgeCache[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
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
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description Entries that went from the memory of the replica that answers. */
                        readonly memory: number;
                        /** @description Entries that went from Redis; null where there is none. */
                        readonly redis: number | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "explain[0]": {
        readonly parameters: {
            readonly query?: {
                /** @description A method and a path, such as `POST /process` or `GET /jobs/{id}`. */
                readonly route?: string;
                /** @description The id of a user or of an API key. Left out: nobody in particular. */
                readonly principal?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                            /** @description Of the answer, where it is not granted. */
                            readonly status?: number;
                            /** @example INSUFFICIENT_SCOPE */
                            readonly code?: string;
                            readonly reason?: string;
                        };
                        /** @description All that a call would be charged to. */
                        readonly limits: readonly {
                            readonly name: string;
                            readonly limit: number;
                            /** @description Seconds. */
                            readonly window: number;
                            /** @enum {string} */
                            readonly counted_by: "user" | "api_key" | "address";
                            /** @description Null where it depends on the address of the caller. */
                            readonly remaining: number | null;
                        }[];
                        readonly uploads: {
                            readonly media_types: readonly string[];
                            readonly document_types?: readonly string[];
                            readonly max_document_bytes?: number;
                            readonly max_pixels?: number;
                            readonly max_documents?: number;
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
                            readonly policy: {
                                readonly timeout: number;
                                readonly max_retries: number;
                                readonly retry_delay: number;
                                readonly circuit_breaker: {
                                    readonly failure_threshold: number;
                                    readonly recovery_timeout: number;
                                    readonly expected_exception: readonly string[];
                                };
                                readonly bulkhead: {
                                    readonly max_concurrent: number;
                                    readonly max_queue: number;
                                    readonly max_wait_seconds: number;
                                };
                                readonly balancing: string;
                                readonly ejection: {
                                    readonly failure_threshold: number;
                                    readonly seconds: number;
                                };
                                readonly connect_timeout_seconds: number;
                                readonly max_connections: number;
                                readonly max_response_bytes: number;
                                readonly health_endpoint: string;
                                readonly repeatable_paths: readonly string[];
                                readonly training_paths: readonly string[];
                            };
                            readonly operations: readonly string[];
                        }[];
                        /** @description Whose results are kept, for their owner, and for how long. */
                        readonly cache: {
                            readonly operations: readonly string[];
                            readonly ttl_seconds: number;
                            readonly max_entry_bytes: number;
                        } | null;
                        /** @description For the whole request; less where its header says so. */
                        readonly deadline_seconds: number;
                        /** @description Settings of the block `jobs`, where a request may become a job. */
                        readonly jobs: {
                            readonly [key: string]: number;
                        } | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such route, user or API key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listAllJobs[0]": {
        readonly parameters: {
            readonly query?: {
                /** @description Only jobs that were given up for want of attempts, or only the others. */
                readonly dead?: "true" | "false";
                readonly state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                /** @description Jobs of this user. */
                readonly owner_id?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
                            readonly id: string;
                            readonly processing_id: string;
                            readonly batch_id: string | null;
                            /** @enum {string} */
                            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                            /** @description The phase that began last. */
                            readonly phase: string | null;
                            /** @description Percent. */
                            readonly progress: number;
                            /** @description How many jobs are ahead of it while it is queued. */
                            readonly position: number | null;
                            readonly attempts: number;
                            readonly file_name: string | null;
                            readonly document_sha256: string;
                            readonly document_bytes: number;
                            /** @description As asked for: `auto` lets the classifier decide. */
                            readonly document_type: string;
                            /** @description Of the last attempt that failed. */
                            readonly error: {
                                readonly code: string;
                                readonly status: number;
                                readonly title: string;
                                readonly detail: string;
                                readonly retryable: boolean;
                                readonly service?: string;
                                readonly phase?: string;
                            } | null;
                            /** Format: date-time */
                            readonly created_at: string;
                            /** Format: date-time */
                            readonly started_at: string | null;
                            /** Format: date-time */
                            readonly finished_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the result is gone.
                             */
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
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "retryJob[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
                        readonly id: string;
                        readonly processing_id: string;
                        readonly batch_id: string | null;
                        /** @enum {string} */
                        readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /** @description The phase that began last. */
                        readonly phase: string | null;
                        /** @description Percent. */
                        readonly progress: number;
                        /** @description How many jobs are ahead of it while it is queued. */
                        readonly position: number | null;
                        readonly attempts: number;
                        readonly file_name: string | null;
                        readonly document_sha256: string;
                        readonly document_bytes: number;
                        /** @description As asked for: `auto` lets the classifier decide. */
                        readonly document_type: string;
                        /** @description Of the last attempt that failed. */
                        readonly error: {
                            readonly code: string;
                            readonly status: number;
                            readonly title: string;
                            readonly detail: string;
                            readonly retryable: boolean;
                            readonly service?: string;
                            readonly phase?: string;
                        } | null;
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly started_at: string | null;
                        /** Format: date-time */
                        readonly finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description When the result is gone.
                         */
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
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description It was not given up, or its document is no longer kept */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getSubjectLimits[0]": {
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
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly limits: readonly {
                            /**
                             * @description As in the header `RateLimit-Policy`.
                             * @example processing
                             */
                            readonly name: string;
                            /** @description Calls in any window. */
                            readonly limit: number;
                            /** @description Seconds. */
                            readonly window: number;
                            /** @description Calls that would be admitted now. */
                            readonly remaining: number;
                            /** @description Seconds until more remains; 0 when nothing is used. */
                            readonly reset: number;
                        }[];
                        /** @example ip:192.0.2.7 */
                        readonly subject: string;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user or API key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "resetSubjectLimits[0]": {
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
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly limits: readonly {
                            /**
                             * @description As in the header `RateLimit-Policy`.
                             * @example processing
                             */
                            readonly name: string;
                            /** @description Calls in any window. */
                            readonly limit: number;
                            /** @description Seconds. */
                            readonly window: number;
                            /** @description Calls that would be admitted now. */
                            readonly remaining: number;
                            /** @description Seconds until more remains; 0 when nothing is used. */
                            readonly reset: number;
                        }[];
                        /** @example ip:192.0.2.7 */
                        readonly subject: string;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user or API key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listAdminServices[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly services: readonly {
                            /** @enum {string} */
                            readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                            /** @enum {string} */
                            readonly state: "healthy" | "unhealthy";
                            /** @enum {string} */
                            readonly breaker: "closed" | "open" | "half_open" | "isolated";
                            readonly in_flight: number;
                            /** @description Calls that wait for a place. */
                            readonly queued: number;
                            readonly instances: readonly {
                                /** @example ocr_extractor-1 */
                                readonly id: string;
                                /** @description Its address; for those who hold `admin:read`. */
                                readonly url?: string;
                                /** @enum {string} */
                                readonly state: "available" | "ejected" | "failing_probes";
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
                            }[];
                            /** @description Since when it is out of use, and which user has done that. */
                            readonly isolation: {
                                /** Format: date-time */
                                readonly since: string;
                                /** Format: uuid */
                                readonly by: string | null;
                            } | null;
                            /** @description Retries that would be allowed now; each request puts a fifth of one back. */
                            readonly retry_budget: {
                                readonly left: number;
                                readonly of: number;
                            };
                            readonly policy: {
                                readonly timeout: number;
                                readonly max_retries: number;
                                readonly retry_delay: number;
                                readonly circuit_breaker: {
                                    readonly failure_threshold: number;
                                    readonly recovery_timeout: number;
                                    readonly expected_exception: readonly string[];
                                };
                                readonly bulkhead: {
                                    readonly max_concurrent: number;
                                    readonly max_queue: number;
                                    readonly max_wait_seconds: number;
                                };
                                readonly balancing: string;
                                readonly ejection: {
                                    readonly failure_threshold: number;
                                    readonly seconds: number;
                                };
                                readonly connect_timeout_seconds: number;
                                readonly max_connections: number;
                                readonly max_response_bytes: number;
                                readonly health_endpoint: string;
                                readonly repeatable_paths: readonly string[];
                                readonly training_paths: readonly string[];
                            };
                        }[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "setBreaker[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description `isolate` refuses every call until `reset`, which closes the breaker, whatever had opened it.
                     * @enum {string}
                     */
                    readonly action: "isolate" | "reset";
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                        /** @enum {string} */
                        readonly state: "healthy" | "unhealthy";
                        /** @enum {string} */
                        readonly breaker: "closed" | "open" | "half_open" | "isolated";
                        readonly in_flight: number;
                        /** @description Calls that wait for a place. */
                        readonly queued: number;
                        readonly instances: readonly {
                            /** @example ocr_extractor-1 */
                            readonly id: string;
                            /** @description Its address; for those who hold `admin:read`. */
                            readonly url?: string;
                            /** @enum {string} */
                            readonly state: "available" | "ejected" | "failing_probes";
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
                        }[];
                        /** @description Since when it is out of use, and which user has done that. */
                        readonly isolation: {
                            /** Format: date-time */
                            readonly since: string;
                            /** Format: uuid */
                            readonly by: string | null;
                        } | null;
                        /** @description Retries that would be allowed now; each request puts a fifth of one back. */
                        readonly retry_budget: {
                            readonly left: number;
                            readonly of: number;
                        };
                        readonly policy: {
                            readonly timeout: number;
                            readonly max_retries: number;
                            readonly retry_delay: number;
                            readonly circuit_breaker: {
                                readonly failure_threshold: number;
                                readonly recovery_timeout: number;
                                readonly expected_exception: readonly string[];
                            };
                            readonly bulkhead: {
                                readonly max_concurrent: number;
                                readonly max_queue: number;
                                readonly max_wait_seconds: number;
                            };
                            readonly balancing: string;
                            readonly ejection: {
                                readonly failure_threshold: number;
                                readonly seconds: number;
                            };
                            readonly connect_timeout_seconds: number;
                            readonly max_connections: number;
                            readonly max_response_bytes: number;
                            readonly health_endpoint: string;
                            readonly repeatable_paths: readonly string[];
                            readonly training_paths: readonly string[];
                        };
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getStats[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly replica: {
                            readonly host: string;
                            readonly pid: number;
                            /** @description Seconds since the process started. */
                            readonly uptime: number;
                            readonly memory: {
                                /** @description Bytes. */
                                readonly rss: number;
                                /** @description Bytes. */
                                readonly heap_used: number;
                                /** @description Bytes. */
                                readonly heap_total: number;
                                /** @description Bytes. */
                                readonly external: number;
                                /** @description Bytes. */
                                readonly array_buffers: number;
                            };
                            readonly since_start: {
                                /** @description How long the period is. */
                                readonly seconds: number;
                                readonly traffic: {
                                    readonly requests: number;
                                    readonly per_second: number;
                                    /** @description Requests by status code. */
                                    readonly by_status: {
                                        readonly [key: string]: number;
                                    };
                                };
                                readonly errors: {
                                    /** @description 4xx */
                                    readonly client: number;
                                    /** @description 5xx */
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
                            /** @description Ten seconds more or less; shorter when the process is younger. */
                            readonly last_5_minutes: {
                                /** @description How long the period is. */
                                readonly seconds: number;
                                readonly traffic: {
                                    readonly requests: number;
                                    readonly per_second: number;
                                    /** @description Requests by status code. */
                                    readonly by_status: {
                                        readonly [key: string]: number;
                                    };
                                };
                                readonly errors: {
                                    /** @description 4xx */
                                    readonly client: number;
                                    /** @description 5xx */
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
                        };
                        /** @description Of all replicas, by state; null while the database is unavailable. */
                        readonly jobs: {
                            readonly [key: string]: number;
                        } | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listUsers[0]": {
        readonly parameters: {
            readonly query?: {
                readonly role?: "user" | "operator" | "admin";
                readonly disabled?: "true" | "false";
                /** @description The beginning of the address. */
                readonly email?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly email: string;
                            /** @enum {string} */
                            readonly role: "user" | "operator" | "admin";
                            /** Format: date-time */
                            readonly created_at: string;
                            /** Format: date-time */
                            readonly updated_at: string;
                            /** Format: date-time */
                            readonly disabled_at: string | null;
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "createUser[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
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
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                        /** @description Shown once; only when it was made here. */
                        readonly generated_password?: string;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description There is a user with this address */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getUser[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "disableUser[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The last administrator must stay */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "enableUser[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "resetPassword[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: password
                     * @description Left out: one is made, and shown in this answer only.
                     */
                    readonly password?: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                        /** @description Shown once; only when it was made here. */
                        readonly generated_password?: string;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "changeRole[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly role: "user" | "operator" | "admin";
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly updated_at: string;
                        /** Format: date-time */
                        readonly disabled_at: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope admin:* */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The last administrator must stay */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listApiKeys[0]": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
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
                            /** Format: date-time */
                            readonly expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description As of the last minute or so.
                             */
                            readonly last_used_at: string | null;
                            /** Format: date-time */
                            readonly revoked_at: string | null;
                            /**
                             * Format: uuid
                             * @description The key that it was rotated to.
                             */
                            readonly replaced_by: string | null;
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "createApiKey[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @example nightly import */
                    readonly name: string;
                    /** @description What the key may do: some of what you may do. */
                    readonly scopes: readonly ("documents:process" | "documents:read" | "services:proxy" | "models:train" | "admin:read" | "admin:*")[];
                    /**
                     * Format: date-time
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
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                        /** Format: date-time */
                        readonly expires_at: string | null;
                        /**
                         * Format: date-time
                         * @description As of the last minute or so.
                         */
                        readonly last_used_at: string | null;
                        /** Format: date-time */
                        readonly revoked_at: string | null;
                        /**
                         * Format: uuid
                         * @description The key that it was rotated to.
                         */
                        readonly replaced_by: string | null;
                        /** @description For the header `X-API-Key`. Shown in this answer only. */
                        readonly key: string;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A scope that you do not have yourself */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getApiKey[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                        /** Format: date-time */
                        readonly expires_at: string | null;
                        /**
                         * Format: date-time
                         * @description As of the last minute or so.
                         */
                        readonly last_used_at: string | null;
                        /** Format: date-time */
                        readonly revoked_at: string | null;
                        /**
                         * Format: uuid
                         * @description The key that it was rotated to.
                         */
                        readonly replaced_by: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "revokeApiKey[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "rotateApiKey[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description How long the former key goes on working.
                     * @default 86400
                     */
                    readonly overlap_seconds?: number;
                };
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                        /** Format: date-time */
                        readonly expires_at: string | null;
                        /**
                         * Format: date-time
                         * @description As of the last minute or so.
                         */
                        readonly last_used_at: string | null;
                        /** Format: date-time */
                        readonly revoked_at: string | null;
                        /**
                         * Format: uuid
                         * @description The key that it was rotated to.
                         */
                        readonly replaced_by: string | null;
                        /** @description For the header `X-API-Key`. Shown in this answer only. */
                        readonly key: string;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such key */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The key has ended, or has been rotated already */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "login[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @example admin@iris.example.com */
                    readonly email: string;
                    /** Format: password */
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly access_token: string;
                        /** @description Good for one POST /auth/refresh. */
                        readonly refresh_token: string;
                        /** @enum {string} */
                        readonly token_type: "Bearer";
                        /** @description Seconds that the access token lives. */
                        readonly expires_in: number;
                    };
                };
            };
            /** @description The e-mail address or the password is wrong */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad body: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many attempts: `Retry-After` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable, or too busy hashing */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "logout[0]": {
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
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "logoutAll[0]": {
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
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "me[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "user" | "operator" | "admin";
                        /** Format: date-time */
                        readonly created_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "changePassword[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: password */
                    readonly current_password: string;
                    /** Format: password */
                    readonly new_password: string;
                };
            };
        };
        readonly responses: {
            /** @description Changed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The current password is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad body: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many attempts: `Retry-After` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable, or too busy hashing */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "refresh[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: password */
                    readonly refresh_token: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly access_token: string;
                        /** @description Good for one POST /auth/refresh. */
                        readonly refresh_token: string;
                        /** @enum {string} */
                        readonly token_type: "Bearer";
                        /** @description Seconds that the access token lives. */
                        readonly expires_in: number;
                    };
                };
            };
            /** @description Log in again */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad body: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "register[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @example ana@example.com */
                    readonly email: string;
                    /** Format: password */
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /**
                         * @description The same whether the address was free or not: log in to find out.
                         * @enum {string}
                         */
                        readonly status: "accepted";
                    };
                };
            };
            /** @description Registration is closed */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad body: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many attempts: `Retry-After` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable, or too busy hashing */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listSessions[0]": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
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
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad query: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "endSession[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Its tokens do not work any longer */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No live session of yours has this id */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "forget[0]": {
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
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a SHA-256 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description It is not sure that all is gone: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "report[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "live[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "ready[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "listJobs[0]": {
        readonly parameters: {
            readonly query?: {
                readonly state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                /** @description Jobs of this batch. */
                readonly batch_id?: string;
                /** @description RFC 3339; inclusive. */
                readonly created_after?: string;
                /** @description RFC 3339; exclusive. */
                readonly created_before?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
                            readonly id: string;
                            readonly processing_id: string;
                            readonly batch_id: string | null;
                            /** @enum {string} */
                            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                            /** @description The phase that began last. */
                            readonly phase: string | null;
                            /** @description Percent. */
                            readonly progress: number;
                            /** @description How many jobs are ahead of it while it is queued. */
                            readonly position: number | null;
                            readonly attempts: number;
                            readonly file_name: string | null;
                            readonly document_sha256: string;
                            readonly document_bytes: number;
                            /** @description As asked for: `auto` lets the classifier decide. */
                            readonly document_type: string;
                            /** @description Of the last attempt that failed. */
                            readonly error: {
                                readonly code: string;
                                readonly status: number;
                                readonly title: string;
                                readonly detail: string;
                                readonly retryable: boolean;
                                readonly service?: string;
                                readonly phase?: string;
                            } | null;
                            /** Format: date-time */
                            readonly created_at: string;
                            /** Format: date-time */
                            readonly started_at: string | null;
                            /** Format: date-time */
                            readonly finished_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the result is gone.
                             */
                            readonly expires_at: string | null;
                            readonly links: {
                                readonly self: string;
                                readonly events: string;
                                readonly timeline: string;
                                readonly result: string;
                            };
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getJob[0]": {
        readonly parameters: {
            readonly query?: {
                /** @description Seconds, up to 60: the answer comes when the job is finished or they are over. */
                readonly wait?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
                        readonly id: string;
                        readonly processing_id: string;
                        readonly batch_id: string | null;
                        /** @enum {string} */
                        readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /** @description The phase that began last. */
                        readonly phase: string | null;
                        /** @description Percent. */
                        readonly progress: number;
                        /** @description How many jobs are ahead of it while it is queued. */
                        readonly position: number | null;
                        readonly attempts: number;
                        readonly file_name: string | null;
                        readonly document_sha256: string;
                        readonly document_bytes: number;
                        /** @description As asked for: `auto` lets the classifier decide. */
                        readonly document_type: string;
                        /** @description Of the last attempt that failed. */
                        readonly error: {
                            readonly code: string;
                            readonly status: number;
                            readonly title: string;
                            readonly detail: string;
                            readonly retryable: boolean;
                            readonly service?: string;
                            readonly phase?: string;
                        } | null;
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly started_at: string | null;
                        /** Format: date-time */
                        readonly finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description When the result is gone.
                         */
                        readonly expires_at: string | null;
                        readonly links: {
                            readonly self: string;
                            readonly events: string;
                            readonly timeline: string;
                            readonly result: string;
                        };
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "cancelJob[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @example job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D */
                        readonly id: string;
                        readonly processing_id: string;
                        readonly batch_id: string | null;
                        /** @enum {string} */
                        readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /** @description The phase that began last. */
                        readonly phase: string | null;
                        /** @description Percent. */
                        readonly progress: number;
                        /** @description How many jobs are ahead of it while it is queued. */
                        readonly position: number | null;
                        readonly attempts: number;
                        readonly file_name: string | null;
                        readonly document_sha256: string;
                        readonly document_bytes: number;
                        /** @description As asked for: `auto` lets the classifier decide. */
                        readonly document_type: string;
                        /** @description Of the last attempt that failed. */
                        readonly error: {
                            readonly code: string;
                            readonly status: number;
                            readonly title: string;
                            readonly detail: string;
                            readonly retryable: boolean;
                            readonly service?: string;
                            readonly phase?: string;
                        } | null;
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly started_at: string | null;
                        /** Format: date-time */
                        readonly finished_at: string | null;
                        /**
                         * Format: date-time
                         * @description When the result is gone.
                         */
                        readonly expires_at: string | null;
                        readonly links: {
                            readonly self: string;
                            readonly events: string;
                            readonly timeline: string;
                            readonly result: string;
                        };
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description It is finished */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "streamJobEvents[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `id` of the last event that you have */
                readonly "Last-Event-ID"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description You have them all, and the job is finished */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many requests, or too many open streams */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getJobTimeline[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly job_id: string;
                        readonly entries: readonly ({
                            /** @description 1, 2, 3 … of its job. */
                            readonly id: number;
                            /** @enum {string} */
                            readonly type: "queued" | "started" | "phase" | "succeeded" | "failed" | "cancelled";
                            /** Format: date-time */
                            readonly at: string;
                            /** @enum {string} */
                            readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                            readonly progress: number;
                        } & {
                            readonly [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "accept[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    readonly file: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description `jobs`, and the documents that were `refused`, each with its `code` */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many documents or bytes: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters, or an archive that cannot be read */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many of your jobs wait: `Retry-After` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The queue is full: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listLimits[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly limits: readonly {
                            /**
                             * @description As in the header `RateLimit-Policy`.
                             * @example processing
                             */
                            readonly name: string;
                            /** @description Calls in any window. */
                            readonly limit: number;
                            /** @description Seconds. */
                            readonly window: number;
                            /** @description Calls that would be admitted now. */
                            readonly remaining: number;
                            /** @description Seconds until more remains; 0 when nothing is used. */
                            readonly reset: number;
                        }[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "detectCorners[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "preprocess[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly enhance?: boolean | string;
                    readonly unwarp?: boolean | string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly enhance?: boolean | string;
                    readonly unwarp?: boolean | string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "unwarp[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly corners?: readonly (readonly (number)[])[];
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly corners?: readonly (readonly (number)[])[];
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "cluster[0]": {
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
                readonly "application/json": {
                    readonly embeddings: readonly (readonly number[])[];
                    /** @default 10 */
                    readonly max_k?: number;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "embed[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly cluster?: boolean | string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    readonly cluster?: boolean | string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "classify[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /** @default efficientnet_b0 */
                    readonly model?: string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /** @default efficientnet_b0 */
                    readonly model?: string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "train[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default efficientnet_b0 */
                    readonly model?: string;
                    readonly samples: readonly {
                        readonly image: string;
                        readonly label: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope models:train */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "readText[0]": {
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
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /** @enum {string} */
                    readonly document_type?: "cedula_identidad" | "ficha_residencia" | "pasaporte";
                    readonly language?: string;
                    readonly ocr_confidence?: number | string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /** @enum {string} */
                    readonly document_type?: "cedula_identidad" | "ficha_residencia" | "pasaporte";
                    readonly language?: string;
                    readonly ocr_confidence?: number | string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "extractFields[0]": {
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
                readonly "application/json": {
                    readonly text: string;
                    /** @enum {string} */
                    readonly document_type: "cedula_identidad" | "ficha_residencia" | "pasaporte";
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "process[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How long a result is kept, such as `0s`, `90m` or `24h` */
                readonly "X-Retention"?: string;
                /** @description `respond-async`: 202 at once; `wait=10`: 202 when it takes longer (RFC 7240) */
                readonly Prefer?: string;
                /** @description `no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111) */
                readonly "Cache-Control"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    readonly document_type?: "auto" | "cedula_identidad" | "ficha_residencia" | "pasaporte";
                    readonly language?: string;
                    readonly apply_unwarping?: boolean | string;
                    readonly enhance_quality?: boolean | string;
                    readonly ocr_confidence?: number | string;
                    readonly perform_clustering?: boolean | string;
                };
                readonly "application/json": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, TIFF, WebP or PDF; base64 in JSON
                     */
                    readonly file: string;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    readonly document_type?: "auto" | "cedula_identidad" | "ficha_residencia" | "pasaporte";
                    readonly language?: string;
                    readonly apply_unwarping?: boolean | string;
                    readonly enhance_quality?: boolean | string;
                    readonly ocr_confidence?: number | string;
                    readonly perform_clustering?: boolean | string;
                };
            };
        };
        readonly responses: {
            /** @description Times are seconds. `cached` stands where a result came from the cache. */
            readonly 200: {
                headers: {
                    /** @description RFC 9211, of the cache `iris` */
                    readonly "Cache-Status"?: string;
                    /** @description Seconds, where nothing of the answer is new */
                    readonly Age?: number;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description It has become a job: `Location`, `Retry-After` */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description Malformed or empty upload */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Too many bytes or pixels: `limit`, `actual` */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not a format or media type that is read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad parameters: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice failed: `service`, `phase` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice is not available: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A microservice or the whole request took too long, or the cache does not have all of it */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getResult[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` of what you have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly processing_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The result */
            readonly 200: {
                headers: {
                    /** @description Strong (RFC 9110) */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description You have it */
            readonly 304: {
                headers: {
                    /** @description Strong (RFC 9110) */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such job */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Not ready: `RESULT_NOT_READY`, `Retry-After`; failed or cancelled: `RESULT_NEVER_COMES` */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description It is no longer kept */
            readonly 410: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "list[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly services: readonly {
                            /** @enum {string} */
                            readonly name: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                            /** @enum {string} */
                            readonly state: "healthy" | "unhealthy";
                            /** @enum {string} */
                            readonly breaker: "closed" | "open" | "half_open" | "isolated";
                            readonly in_flight: number;
                            /** @description Calls that wait for a place. */
                            readonly queued: number;
                            readonly instances: readonly {
                                /** @example ocr_extractor-1 */
                                readonly id: string;
                                /** @description Its address; for those who hold `admin:read`. */
                                readonly url?: string;
                                /** @enum {string} */
                                readonly state: "available" | "ejected" | "failing_probes";
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
                            }[];
                        }[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly forward_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_options: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_head: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly forward_patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly service: "image_processor" | "ml_embeddings" | "ml_classifier" | "ocr_extractor";
                /** @description The rest of the path, slashes and all, as the microservice knows it */
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The path can be read in more than one way */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope services:proxy */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such microservice */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `TRACE` */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The body comes too slowly */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description `Upgrade`, or a transfer coding besides `chunked` */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable` */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice is not called for a while, or has more work than it can take: `Retry-After` */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The microservice or the whole request took too long */
            readonly 504: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description What the microservice answers, as it came */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "listWebhookDeliveries[0]": {
        readonly parameters: {
            readonly query?: {
                readonly state?: "pending" | "delivered" | "failed" | "disabled";
                readonly job_id?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
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
                            readonly attempts: number;
                            /** Format: date-time */
                            readonly next_attempt_at: string | null;
                            /** Format: date-time */
                            readonly created_at: string;
                            /** Format: date-time */
                            readonly finished_at: string | null;
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getWebhookDelivery[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                        readonly attempts: number;
                        /** Format: date-time */
                        readonly next_attempt_at: string | null;
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly finished_at: string | null;
                        readonly attempt_log: readonly {
                            readonly number: number;
                            /** Format: date-time */
                            readonly at: string;
                            /** @description Of the answer; null when there was none. */
                            readonly status: number | null;
                            readonly ms: number;
                            /**
                             * @description Why there was no answer.
                             * @enum {string|null}
                             */
                            readonly error: "URL_NOT_ALLOWED" | "NO_PUBLIC_ADDRESS" | "TIMEOUT" | "CONNECTION_FAILED" | "TLS_FAILED" | "INVALID_ANSWER" | null;
                        }[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such delivery */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "replayWebhookDelivery[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
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
                        readonly attempts: number;
                        /** Format: date-time */
                        readonly next_attempt_at: string | null;
                        /** Format: date-time */
                        readonly created_at: string;
                        /** Format: date-time */
                        readonly finished_at: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such delivery */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The endpoint is disabled */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "listDisabledWebhookEndpoints[0]": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly url: string;
                            /** Format: date-time */
                            readonly disabled_at: string;
                        }[];
                        readonly next_cursor: string | null;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "enableWebhookEndpoint[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description No such disabled endpoint */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "getWebhookSecret[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description Those that sign now, the current one first. */
                        readonly secrets: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly created_at: string;
                            /**
                             * Format: date-time
                             * @description Null: the current one.
                             */
                            readonly expires_at: string | null;
                        }[];
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:read */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
    readonly "rotateWebhookSecret[0]": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description How long the former secret stays valid; until then everything is signed with both.
                     * @default 86400
                     */
                    readonly overlap_seconds?: number;
                };
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        /** Format: date-time */
                        readonly created_at: string;
                        /**
                         * Format: date-time
                         * @description Null: the current one.
                         */
                        readonly expires_at: string | null;
                        /**
                         * @description Shown in this answer only.
                         * @example whsec_MfKQ9r8GKYqrTwjU…
                         */
                        readonly secret: string;
                    };
                };
            };
            /** @description No credentials, or not valid ones */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Needs the scope documents:process */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description Bad values: `errors[].pointer` */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description A limit is used up: `Retry-After`, `limit`, `violated-policies` */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
            /** @description The database is unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": Record<string, never>;
                };
            };
        };
    };
}
