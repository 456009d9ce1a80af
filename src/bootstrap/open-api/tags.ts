/** In the order in which a newcomer needs them. */
export const TAGS = {
  pipeline: 'A document through all the phases at once',
  jobs: 'Documents that are not waited for: their state, their progress, their results',
  phases: 'Single phases, for those who need only one',
  auth: 'Logging in, sessions, one’s own account',
  'api keys': 'Keys for programs',
  limits: 'What may still be called, and when there is more',
  webhooks: 'Calls to the `callback_url` of a job: what became of them, and the secrets that sign them',
  services: 'The microservices behind the gateway',
  admin: 'For administrators and operators',
  health: 'Probes',
  errors: 'What the codes of problems mean',
};
