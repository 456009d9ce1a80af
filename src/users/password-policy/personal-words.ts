const MIN_CHARACTERS = 3;

/** What an attacker who knows the address tries first: the address, its parts and the names of its domain. */
export function personalWords(email: string): ReadonlySet<string> {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const names = domain.split('.').slice(0, -1);
  const words = [email.toLowerCase(), local, ...local.split(/[^\p{L}\p{N}]+/u), domain, ...names];
  return new Set(words.filter(({ length }) => length >= MIN_CHARACTERS));
}
