import type { paths } from '@iris/client';

type Answer<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Service = Answer<paths['/admin/services']['get']>['services'][number];
export type Instance = Service['instances'][number];
export type ServiceName = Service['name'];
export type Breaker = Service['breaker'];
export type Limit = Answer<paths['/limits']['get']>['limits'][number];
export type Account = Answer<paths['/admin/users']['get']>['items'][number];
export type ApiKey = Answer<paths['/auth/api-keys']['get']>['items'][number];
export type Scope = ApiKey['scopes'][number];
export type Session = Answer<paths['/auth/sessions']['get']>['items'][number];
export type AuditEntry = Answer<paths['/admin/audit-log']['get']>['items'][number];
export type AuditAction = AuditEntry['action'];
export type TrafficHistory = Answer<paths['/admin/stats/history']['get']>;
export type TrafficPoint = TrafficHistory['points'][number];
export type NearLimit = Answer<paths['/admin/rate-limits']['get']>['items'][number];
