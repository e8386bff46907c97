const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** 18 characters apart from separators, with a region of China and a real day of birth; the check digit may be wrong. */
export function isIdShaped(text: string): boolean {
  const digits = text.toUpperCase().replace(/[^\dX]/gu, '');
  return (
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|[78][123])/u.test(digits) && isDay(digits.slice(6, 14))
  );
}

/** 18 characters apart from separators, the date part a real day, the last one the check character of GB 11643-1999. */
export function isIdNumber(text: string): boolean {
  const digits = text.toUpperCase().replace(/[^\dX]/gu, '');
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits.length === 18 && isDay(digits.slice(6, 14)) && ID_CHECKS[sum % 11] === digits[17];
}

function isDay(text: string): boolean {
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  const year = Number(text.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1900 && year < 2100 && day >= 1 && day <= days;
}

/** 15 to 19 digits that pass the Luhn check (ISO/IEC 7812-1), not all alike. */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/\D/gu, '');
  if (digits.length < 15 || digits.length > 19 || new Set(digits).size < 4) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => total + luhn(Number(digit), at), 0);
  return sum % 10 === 0;
}

function luhn(digit: number, at: number): number {
  const doubled = at % 2 === 1 ? digit * 2 : digit;
  return doubled > 9 ? doubled - 9 : doubled;
}
