import { describe, expect, it } from 'vitest';

import { formatPrisma } from '../../../src/render/format-prisma.js';

describe(formatPrisma, () => {
  it('puts names, types and attributes below each other', () => {
    const text = [
      'model Tag {',
      '  id String @id @db.Uuid',
      '  /// As people see it.',
      '  title String? @default("two  blanks") @db.VarChar(60)',
      '  products Product[]',
      '',
      '  @@unique([tenantId, id])',
      '  // sorted lists',
      '  @@map("tags")',
      '}',
      '',
    ];
    expect(formatPrisma(text.join('\n')).split('\n')).toEqual([
      'model Tag {',
      '  id       String    @id @db.Uuid',
      '  /// As people see it.',
      '  title    String?   @default("two  blanks") @db.VarChar(60)',
      '  products Product[]',
      '',
      '  @@unique([tenantId, id])',
      '  // sorted lists',
      '  @@map("tags")',
      '}',
      '',
    ]);
  });

  it('aligns the values of a generator', () => {
    const text = 'generator client {\n  provider = "prisma-client"\n  output = "../src/generated"\n}\n';
    expect(formatPrisma(text)).toBe(
      'generator client {\n  provider = "prisma-client"\n  output   = "../src/generated"\n}\n',
    );
  });
});
