import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/index.js';
import { parseActivity } from '../../src/core/command/activity.js';
import { nearestName, parseCommand, parsePrivate } from '../../src/core/command/parse.js';
import { readForm } from '../../src/core/command/register.js';
import { CATEGORIES } from '../../src/core/model/category.js';
import { readSubmission } from '../../src/core/notice/submission.js';
import { parseDomain } from '../../src/core/policy/conduct-settings.js';
import { override } from '../../src/core/policy/override.js';
import { namedSetting, NAMED_SETTINGS, storedValue } from '../../src/core/policy/setting-names.js';
import { UNLISTED } from '../../src/core/policy/settings.js';
import { categoryOfName } from '../../src/core/wording/category-words.js';
import { NOW } from '../builders/model.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, tries } from './runs.js';

const NAMES = COMMANDS.flatMap(({ names }) => names);
const ZONE = 'Asia/Shanghai';

describe('whatever is typed', () => {
  it('a command begins with a slash; its name is one word, its rest a piece of what was typed', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const typed = parseCommand(text);
        if (!/^\s*[/／]/u.test(text)) expect(typed).toBeNull();
        if (typed === null) return;
        expect(typed.name).toMatch(/^[^\s@:]{1,60}$/u);
        expect(text.includes(typed.rest)).toBe(true);
      }),
      tries(2000),
    );
  });

  it('in private the slash may be left out, and nothing else changes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const typed = parseCommand(text);
        if (typed !== null) expect(parsePrivate(text)).toEqual(typed);
      }),
      tries(1000),
    );
  });

  it('the nearest name is a name that there is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const nearest = nearestName(text.slice(0, 20), NAMES);
        if (nearest !== null) expect(NAMES).toContain(nearest);
      }),
      tries(500),
    );
  });

  it('an activity has a title and an end to come, or there is none', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const applied = parseActivity(`${text} 12月31日`, NOW, ZONE);
        if (applied === null) return;
        expect(applied.title.length).toBeGreaterThan(0);
        expect(applied.endsAt).toBeGreaterThan(NOW);
      }),
      tries(1000),
    );
  });

  it('a filing form line is read or named as unread', () => {
    const line = fc.oneof(
      hostileText,
      hostileText.map((text) => `群主 ${text} 会长 13812345678`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        for (const one of readForm(lines.join('\n'))) {
          if (one.kind !== 'post') continue;
          expect(one.name).toMatch(/^[\p{Script=Han}A-Za-z·.]{2,30}$/u);
          expect(one.title.length).toBeLessThanOrEqual(60);
        }
      }),
      tries(1000),
    );
  });

  it('a submission keeps its words; a validity has an instant to come or none', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, source) => {
        const { validity } = readSubmission(`${text} 来源:${source} 有效期至 2026-12-31`, NOW, ZONE);
        const until = validity?.until ?? null;
        if (until !== null) expect(until).toBeGreaterThan(NOW);
      }),
      tries(1000),
    );
  });

  it('a setting, a category, a domain: one that there is, or none', () => {
    const keys = NAMED_SETTINGS.map(({ key }) => key);
    fc.assert(
      fc.property(hostileText, (text) => {
        const setting = namedSetting(text);
        if (setting !== null) expect(keys).toContain(setting.key);
        const category = categoryOfName(text);
        if (category !== null) expect(CATEGORIES).toContain(category);
        const domain = parseDomain(text);
        if (domain !== null) expect(domain).toMatch(/^[^\s/,]+$/u);
      }),
      tries(1000),
    );
  });

  it('no stored value can make the settings of a group unsound', () => {
    const key = fc.oneof(fc.constantFrom(...NAMED_SETTINGS.map((one) => one.key)), hostileText);
    fc.assert(
      fc.property(fc.dictionary(key, hostileText, { maxKeys: 4 }), (stored) => {
        const { settings } = override(UNLISTED, stored);
        expect(Object.keys(settings)).toEqual(Object.keys(UNLISTED));
        expect(['ask', 'auto', 'never']).toContain(settings.removal);
        expect(['observe', 'enforce']).toContain(settings.mode);
        expect(settings.strikes.remove).toBeGreaterThanOrEqual(settings.strikes.warn);
      }),
      tries(1000),
    );
  });

  it('a value is stored as text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMED_SETTINGS), hostileText, (setting, text) => {
        expect(typeof storedValue(setting, text)).toBe('string');
      }),
      tries(300),
    );
  });
});

describe('a longer text takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const text = of(size);
      return () => {
        parseCommand(text);
        parsePrivate(`/${text}`);
        parseActivity(text, NOW, ZONE);
        readForm(`群主 ${text}`);
        readSubmission(text, NOW, ZONE);
        parseDomain(text);
      };
    }, 2000);
  });
});
