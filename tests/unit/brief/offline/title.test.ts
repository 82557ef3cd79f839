import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../../src/brief/clean.js';
import { titleOf } from '../../../../src/brief/offline/names/title.js';
import { read } from '../../../../src/brief/reading/read.js';

const titled = (text: string, name?: string) =>
  titleOf(read(cleanBrief(text, 'brief.md')), { name, fallback: 'event tickets', isTelling: () => true });

describe('the name of a system', () => {
  it.each([
    ['# Cartwheel Commerce\n\nWe host shops.', 'cartwheel-commerce', 'Cartwheel Commerce'],
    ['# Project: Meridian\n\nA CRM.', 'meridian', 'Meridian'],
    ['# Brief\n\nWe need a booking system for hairdressers.', 'booking-system', 'Booking system'],
    ['We are building an app called Beeline. It tracks hives.', 'beeline', 'Beeline'],
    ['Hivery is a tool for beekeepers.', 'hivery', 'Hivery'],
    ['Fleet management for logistics companies: vehicles and drivers.', 'fleet-management', 'Fleet management'],
    ['A help desk for software companies.', 'help-desk', 'Help desk'],
    ['A clinic has patients.', 'event-tickets', 'Event tickets'],
    ['A platform for charities.', 'event-tickets', 'Event tickets'],
    ['We run a network of clinics.', 'event-tickets', 'Event tickets'],
    ['Beekeepers log hives and inspections.', 'event-tickets', 'Event tickets'],
    ['# Größenwahn Café\n\nWe sell cake.', 'grossenwahn-cafe', 'Größenwahn Café'],
    ['# 日本語\n\nWe sell cake.', 'event-tickets', 'Event tickets'],
    ['# pg-tools\n\nWe sell cake.', 'pg-tools-app', 'pg-tools'],
  ])('%s → %s', (text, name, title) => {
    const given = titled(text);
    expect(given.name).toBe(name);
    expect(given.title).toBe(title);
  });

  it('is the one that a person chose', () => {
    expect(titled('# Cartwheel\n\nWe host shops.', 'my-shop')).toMatchObject({ name: 'my-shop', title: 'Cartwheel' });
  });

  it('has a summary in the words of the brief, and goals where it vows something', () => {
    const { summary, goals } = titled('# Cartwheel\n\nWe host shops.\n\nAn order must never be lost.');
    expect(summary).toBe('We host shops.');
    expect(goals).toEqual(['An order must never be lost.']);
  });

  it('cuts what is too long at a word', () => {
    const { summary, title } = titled(`${'word '.repeat(100)}end.`);
    expect(summary.length).toBeLessThanOrEqual(242);
    expect(summary).toMatch(/word …$/);
    expect(title.length).toBeLessThanOrEqual(80);
  });
});
