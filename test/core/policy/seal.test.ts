import { describe, expect, it } from 'vitest';
import { sealed } from '../../../src/core/policy/seal.js';
import { aFinding } from '../../builders/model.js';

const digest = (text: string): string => `<${text.length}>`;
const span = (start: number, text: string) => ({ start, end: start + text.length, text, term: text });

describe('sealed', () => {
  it('no findings stay none', () => {
    expect(sealed([], digest)).toEqual([]);
  });

  it('findings without a secret are as they were', () => {
    const findings = [aFinding({ evidence: [span(0, '代理')] })];
    expect(sealed(findings, digest)).toBe(findings);
  });

  it('a secret keeps its place and a digest; what lies inside it too, what lies beside it stays', () => {
    const findings = [
      aFinding({ category: 'secrets', evidence: [span(2, '机密文件')] }),
      aFinding({ category: 'privacy', evidence: [span(4, '文件'), span(6, '代理')] }),
    ];
    expect(sealed(findings, digest).map(({ evidence }) => evidence)).toEqual([
      [{ start: 2, end: 6, text: '', term: 'sha256:<4>' }],
      [{ start: 4, end: 6, text: '', term: 'sha256:<2>' }, span(6, '代理')],
    ]);
  });
});
