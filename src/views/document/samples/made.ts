import type { MadeForm, MadeValue } from './model.js';

/** A Monday morning in winter: far from every change of clocks. */
const START = Date.UTC(2026, 0, 12, 9, 30);
const STEP_MS = 1_000;
const DAY_MS = 86_400_000;

/** Hands out sample values for what the server makes, and remembers them. */
export class MadeValues {
  private readonly all: MadeValue[] = [];
  private now = START;

  get list(): readonly MadeValue[] {
    return this.all;
  }

  /** A UUIDv7 of the next moment, like those of the database. */
  id(meaning: string): string {
    const hex = this.next().toString(16).padStart(12, '0');
    const tail = String(this.all.length + 1).padStart(12, '0');
    return this.add(`${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail}`, meaning, 'uuid');
  }

  time(meaning: string, daysLater = 0): string {
    return this.add(new Date(this.next() + daysLater * DAY_MS).toISOString(), meaning, 'timestamp');
  }

  date(meaning: string): string {
    return this.add(new Date(START).toISOString().slice(0, 10), meaning, 'date');
  }

  accessToken(owner: string): string {
    const [head = '', claims = ''] = [{ alg: 'HS256' }, owner].map((part) => base64url(JSON.stringify(part)));
    return this.add(`${head}.${claims}.${base64url('signature')}`, `access token of ${owner}`, 'access token');
  }

  refreshToken(owner: string): string {
    return this.add(base64url(`sample refresh token of ${owner}`), `refresh token of ${owner}`, 'refresh token');
  }

  /** As the list writes it: the sort, and the sort value and the id where the page ended. */
  cursor(sort: string, value: unknown, id: string): string {
    const position = base64url(JSON.stringify([value, id]));
    return this.add(`${sort}.${position}`, 'where the second page begins', 'cursor');
  }

  private next(): number {
    this.now += STEP_MS;
    return this.now;
  }

  private add(sample: string, meaning: string, form: MadeForm): string {
    this.all.push({ sample, meaning, form });
    return sample;
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
