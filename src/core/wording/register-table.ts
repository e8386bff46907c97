import { type Post, POSTS, type Standing } from '../model/register.js';
import type { Cell, Table } from './tables.js';
import { postName, standingName } from './register.js';

/** A registered group as the spreadsheet has it. */
export interface RegisteredGroup {
  readonly name: string;
  readonly standing: Standing;
  readonly purpose: string | null;
  readonly approval: string | null;
  readonly posts: readonly {
    readonly post: Post;
    readonly name: string;
    readonly title: string;
    readonly phone: string;
  }[];
}

/** `public`: what may be published (EM4(三)): groups and who runs them, without phones. */
export type RegisterKind = 'whole' | 'public';

/**
 * The register, a row for each post of each group, in the columns of the filing form (E附件1). A post that is not filled keeps
 * its row, as it does on the form.
 */
export function registerTable(groups: readonly RegisteredGroup[], kind: RegisterKind): Table {
  const whole = ['联系电话', '群状态', '用途', '批准'];
  return {
    title: kind === 'whole' ? '微信群备案表' : '微信群名单',
    head: ['群名', '序号', '微信群身份', '姓名', '校友分会职务', ...(kind === 'whole' ? whole : ['群状态'])],
    rows: groups.flatMap((group) =>
      POSTS.map((post, index) => rowOf(group, { post, number: index + 1 }, kind)),
    ),
  };
}

function rowOf(
  group: RegisteredGroup,
  { post, number }: { readonly post: Post; readonly number: number },
  kind: RegisterKind,
): readonly Cell[] {
  const entry = group.posts.find((one) => one.post === post);
  const standing = standingName(group.standing);
  const first = [group.name, number, postName(post), entry?.name ?? '', entry?.title ?? ''];
  if (kind === 'public') return [...first, standing];
  return [...first, entry?.phone ?? '', standing, group.purpose ?? '', group.approval ?? ''];
}
