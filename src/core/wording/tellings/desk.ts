import type { DeskTelling } from '../../model/telling/desk.js';
import type { Texts } from '../texts.js';

export const DESK_TELLINGS: Texts<DeskTelling> = {
  befriend: () => '有一件事需要您看,我没法私聊您。请先加我为好友,再发 /案件 给我。',
};
