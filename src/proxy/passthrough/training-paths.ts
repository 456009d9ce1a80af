import { InsufficientScopeError } from '../../auth/index.js';
import { type Principal, grants } from '../../common/context/index.js';

/**
 * What changes a model for everybody asks for the same scope here as through the route that is made for it.
 * @param target path and query, well-formed
 * @throws InsufficientScopeError
 */
export function requireTrainingScope(
  target: string,
  trainingPaths: readonly string[],
  { scopes }: Principal,
): void {
  if (grants(scopes, 'models:train')) return;
  const [path = ''] = target.split('?');
  // However it is spelled: some servers decode a path, ignore its case or a slash at its end.
  const known = decodeURIComponent(path).toLowerCase().replace(/\/$/, '');
  if (trainingPaths.some((training) => training.toLowerCase() === known)) {
    throw new InsufficientScopeError(['models:train']);
  }
}
