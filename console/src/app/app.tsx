import type { VNode } from 'preact';
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect, useErrorBoundary } from 'preact/hooks';

import { Announcer } from '../components/announcer.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { DocumentsPage } from '../pages/documents/documents-page.tsx';
import { canOperate, sessionState, user } from '../session/index.ts';
import { LoginPage } from '../session/login-page.tsx';
import { ReloginDialog } from '../session/relogin-dialog.tsx';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { BASE, everybody } from './routes.ts';
import { Shell } from './shell.tsx';

const TrafficPage = lazyPage(async () => (await import('../pages/traffic/traffic-page.tsx')).TrafficPage);
const ServicesPage = lazyPage(async () => (await import('../pages/services/services-page.tsx')).ServicesPage);
const AccessPage = lazyPage(async () => (await import('../pages/access/access-page.tsx')).AccessPage);
const AuditPage = lazyPage(async () => (await import('../pages/audit/audit-page.tsx')).AuditPage);

export function App(): VNode {
  return (
    <LocationProvider scope={BASE}>
      <Shell>
        <Content />
      </Shell>
      <Announcer />
      {sessionState.value === 'expired' && <ReloginDialog />}
    </LocationProvider>
  );
}

function Content(): VNode {
  const [failure, tryAgain] = useErrorBoundary() as [unknown, () => void];
  if (failure !== undefined) return <ProblemNote error={failure} onRetry={tryAgain} />;
  if (sessionState.value === 'starting') return <Loading />;
  if (!user.value) return <LoginPage />;
  // Whatever was drawn for somebody else goes away with them.
  return <Pages key={user.value.id} />;
}

const PAGES = [
  { path: BASE, component: Start, isFor: everybody },
  { path: `${BASE}/documents/:id?`, component: DocumentsPage, isFor: everybody },
  { path: `${BASE}/traffic`, component: TrafficPage, isFor: canOperate },
  { path: `${BASE}/services`, component: ServicesPage, isFor: canOperate },
  { path: `${BASE}/access/:section?`, component: AccessPage, isFor: everybody },
  { path: `${BASE}/audit`, component: AuditPage, isFor: canOperate },
];

function Pages(): VNode {
  return (
    <ErrorBoundary>
      <Router>
        {PAGES.filter(({ isFor }) => isFor(user.value)).map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFoundPage} />
      </Router>
    </ErrorBoundary>
  );
}

function Start(): VNode {
  const { route } = useLocation();
  useEffect(() => {
    route(`${BASE}/documents`, true);
  }, []);
  return <Loading />;
}
