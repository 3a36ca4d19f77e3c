import { Worker } from 'node:worker_threads';

/** What the thread is told when it starts. */
export interface ThreadData {
  readonly file: string;
  /** `node:sqlite`, or where the package node-sqlite3-wasm stands. */
  readonly library: string;
  readonly most: number;
}

/** One question to the thread: rows to write, or what to read. */
export type Question =
  | { readonly write: readonly (readonly [id: string, denial: string])[] }
  | { readonly id: string }
  | { readonly recent: number };

export interface Thread {
  ask(question: Question): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

const ENDED = 'the thread of the database has ended';

interface Waiting {
  readonly resolve: (found: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * SQLite in a thread of its own: both libraries wait for the disk, and for another process's lock, where they are called,
 * and nothing else would happen there meanwhile.
 */
export function startThread(data: ThreadData): Promise<Thread> {
  const worker = new Worker(`(${thread})(require)`, { eval: true, workerData: data });
  const waiting: Waiting[] = [];
  let failure: Error | undefined;

  function end(error: Error): void {
    failure ??= error;
    for (const one of waiting.splice(0)) one.reject(failure);
  }

  /** Answers come in the order of the questions. The process may end while none is open. */
  function ask(question: Question | 'close'): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(question);
    });
  }
  worker.on('message', ({ found, error }: { found?: readonly unknown[]; error?: string }) => {
    const one = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if (error === undefined) one?.resolve(found ?? []);
    else one?.reject(new Error(error));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error(ENDED)));
  let closed: Promise<void> | undefined;
  const opened: Thread = {
    ask,
    close() {
      const last = () => end(new Error(ENDED));
      closed ??= failure === undefined ? ask('close').then(last) : Promise.resolve();
      return closed;
    },
  };
  return new Promise((resolve, reject) => {
    waiting.push({ resolve: () => resolve(opened), reject });
  });
}

/**
 * What runs in the thread, from its text: a file of its own would be lost where an application is bundled. It sees nothing
 * of this module, and a bundler would give `require` another name.
 */
function thread(load: NodeJS.Require): void {
  const { parentPort, workerData } = load('node:worker_threads') as typeof import('node:worker_threads');
  const { file, library, most } = workerData as ThreadData;
  // Node 22 warns of its own SQLite that it may change: nothing that who reads or writes a journal could act on, and all that runs here.
  process.emitWarning = () => {};
  // Another process's batch is waited for so long: nobody waits here but the journal.
  const patience = 'PRAGMA busy_timeout = 5000';

  function openDatabase() {
    const { DatabaseSync, Database } = load(library);
    if (DatabaseSync === undefined) {
      const database = new Database(file);
      database.exec(patience);
      return database;
    }
    const database = new DatabaseSync(file);
    database.exec(`${patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`);
    return {
      run: (sql: string, values: unknown[]) => database.prepare(sql).run(...values),
      all: (sql: string, values: unknown[]) => database.prepare(sql).all(...values),
      close: () => database.close(),
    };
  }
  const database = openDatabase();
  database.run('CREATE TABLE IF NOT EXISTS denials (n INTEGER PRIMARY KEY, id TEXT UNIQUE, denial TEXT NOT NULL)', []);

  /** One transaction, and so one write to the disk, for a whole batch. */
  function write(rows: readonly (readonly [string, string])[]): void {
    database.run('BEGIN IMMEDIATE', []);
    try {
      for (const row of rows) database.run('INSERT OR REPLACE INTO denials (id, denial) VALUES (?, ?)', [...row]);
      database.run('DELETE FROM denials WHERE n <= (SELECT max(n) FROM denials) - ?', [most]);
      database.run('COMMIT', []);
    } catch (error) {
      database.run('ROLLBACK', []);
      throw error;
    }
  }

  function answer(question: Question | 'close'): readonly { denial?: unknown }[] {
    if (question === 'close') database.close();
    else if ('write' in question) write(question.write);
    else if ('id' in question) return database.all('SELECT denial FROM denials WHERE id = ?', [question.id]);
    else return database.all('SELECT denial FROM denials ORDER BY n DESC LIMIT ?', [question.recent]);
    return [];
  }
  parentPort?.on('message', (question: Question | 'close') => {
    try {
      parentPort.postMessage({ found: answer(question).map((row) => row.denial) });
    } catch (error) {
      parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
    if (question === 'close') parentPort.close();
  });
  parentPort?.postMessage({ found: [] });
}
