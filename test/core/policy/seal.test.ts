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

  it.each([
    { name: 'that ends where the secret begins', at: 0, text: '代理', hidden: false },
    { name: 'that begins where the secret ends', at: 6, text: '代理', hidden: false },
    { name: 'that reaches into it', at: 1, text: '理机', hidden: true },
    { name: 'that holds it', at: 1, text: '看机密文件吧', hidden: true },
    { name: 'in the second of two secrets', at: 10, text: '密', hidden: true },
  ])('a word $name: hidden $hidden', ({ at, text, hidden }) => {
    const secrets = aFinding({ category: 'secrets', evidence: [span(2, '机密文件'), span(9, '绝密')] });
    const other = aFinding({ category: 'privacy', evidence: [span(at, text)] });
    expect(sealed([secrets, other], digest)[1]?.evidence[0]?.text).toBe(hidden ? '' : text);
  });
});
