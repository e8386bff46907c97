/** What the operator is asked on the terminal. */
export function codePrompt(turn: 'first' | 'after-a-wrong-one'): string {
  return `${turn === 'first' ? '新设备登录要验证码,请看手机。' : '验证码不对,请再看一眼手机。'}验证码:`;
}

export function codeOutcomeText(outcome: 'accepted' | 'spent' | 'not-wanted' | 'failed'): string {
  switch (outcome) {
    case 'accepted':
      return '验证码收到了,正在登录。';
    case 'spent':
      return '输错的次数太多了,请重新扫码。';
    case 'not-wanted':
      return '现在不需要验证码了。';
    case 'failed':
      return '验证码没能交给网关,请再扫一次码试试。';
  }
}
