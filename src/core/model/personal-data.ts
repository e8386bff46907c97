/** What is stored about one member of one group. */
export interface PersonalData {
  readonly cases: number;
  readonly strikes: number;
  readonly openCases: number;
  /** Cases that still hold words of the member. */
  readonly evidence: number;
  readonly cardWatch: boolean;
}
