import { isPlainObject, type Path, type PlainObject, type Setting } from './setting.js';

/** All settings laid over each other, and which source each key came from. */
export class SettingTree {
  readonly root: PlainObject = emptyObject();
  private readonly origins = new Map<string, string>();

  constructor(settings: readonly Setting[]) {
    settings.forEach((setting) => {
      this.lay(setting);
    });
  }

  valueAt(path: Path): unknown {
    return path.reduce<unknown>(
      (node, segment) => (isPlainObject(node) ? node[segment] : undefined),
      this.root,
    );
  }

  /** Source of the key itself, else of something in it, else of what it is in. */
  originOf(path: Path): string {
    const key = keyOf(path);
    const inner = [...this.origins].findLast(([candidate]) => candidate.startsWith(`${key}\0`));
    return (
      this.origins.get(key) ??
      inner?.[1] ??
      (path.length === 0 ? 'default' : this.originOf(path.slice(0, -1)))
    );
  }

  private lay({ path, value, origin }: Setting): void {
    const parent = this.parentOf(path);
    const last = path.at(-1);
    if (last === undefined) return;
    this.origins.set(keyOf(path), origin);
    // An empty mapping adds nothing to one that is there already.
    if (isPlainObject(value) && isPlainObject(parent[last])) return;
    parent[last] = isPlainObject(value) ? Object.assign(emptyObject(), value) : value;
  }

  private parentOf(path: Path): PlainObject {
    return path.slice(0, -1).reduce<PlainObject>((node, segment) => {
      const next = node[segment];
      if (isPlainObject(next)) return next;
      const created = emptyObject();
      node[segment] = created;
      return created;
    }, this.root);
  }
}

/** Without a prototype, so that a key named `__proto__` is a key like any other. */
function emptyObject(): PlainObject {
  return Object.create(null) as PlainObject;
}

function keyOf(path: Path): string {
  return path.join('\0');
}
