import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Repository } from './repository.js';

/** A PostgreSQL server that a repository is pointed at by DATABASE_URL. */
export interface GivenServer {
  /** An empty database on it. */
  readonly url: string;
  query(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

interface Client {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}

interface Embedded {
  readonly startEmbedded: (options: { directory: string; durable: boolean }) => Promise<OwnServer>;
}

interface OwnServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server of DATABASE_URL when this run was given one; otherwise one of our own, started beside the repository. */
export async function giveServer(repository: Repository): Promise<GivenServer> {
  const server = process.env.DATABASE_URL;
  const own = server ? undefined : await startOwn(repository);
  const admin = server ?? own?.url ?? '';
  const name = `proof_${repository.design.product.database}_${process.pid}`;
  await query(repository, admin, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  return {
    url,
    query: (sql) => query(repository, url, sql),
    close: async () => {
      await query(repository, admin, `DROP DATABASE ${name} WITH (FORCE)`);
      await own?.stop();
    },
  };
}

async function startOwn({ folder }: Repository): Promise<OwnServer> {
  const module = pathToFileURL(path.join(folder, 'packages', 'database', 'dist', 'embedded.js')).href;
  const { startEmbedded } = (await import(/* @vite-ignore */ module)) as Embedded;
  return startEmbedded({ directory: `${folder}.postgres`, durable: false });
}

async function query({ folder }: Repository, url: string, sql: string): Promise<Record<string, unknown>[]> {
  const require = createRequire(path.join(folder, 'packages', 'database', 'package.json'));
  const pg = require('pg') as { Client: new (options: { connectionString: string }) => Client };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
