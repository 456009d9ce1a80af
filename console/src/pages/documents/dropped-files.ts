/** What of a drop is worth sending. */
export interface Dropped {
  readonly files: readonly File[];
  /** So many are no documents, such as a note in a folder. */
  readonly leftOut: number;
}

const EXTENSION = /\.(jpe?g|png|tiff?|webp|pdf)$/i;
/** A folder of folders that does not end is a mistake. */
const MOST_FILES = 500;

/**
 * Folders are looked through. Files that were chosen one by one are all taken: the gateway looks at their bytes, not at
 * their names.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped> {
  // All of them before the first wait: afterwards the browser has emptied the list.
  const entries = [...items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return { files: [...files], leftOut: 0 };
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  const documents = found.filter(({ name }) => EXTENSION.test(name));
  return { files: documents, leftOut: found.length - documents.length };
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (isFile(entry)) found.push(await fileOf(entry));
  else if (isFolder(entry)) for (const child of await childrenOf(entry)) await collect(child, found);
}

/** A reader gives some of them at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return children;
    children.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
